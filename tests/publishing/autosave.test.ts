import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Attempt, createAutosave, type SaveState } from "~/features/publishing/autosave";

const SECOND = 1_000;
const saved = (sequence: number): Attempt => ({ outcome: "saved", sequence, savedAt: "2026-11-22T20:38:00.000Z" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a text is sent two seconds after the last keystroke, and is called saved only when the server said so", async () => {
  const { autosave, attempts, states } = window();

  autosave.typed();
  await vi.advanceTimersByTimeAsync(1_500);
  autosave.typed();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(attempts).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(attempts).toHaveLength(1);
  expect(states.at(-1)?.status).toBe("saving");

  await attempts[0]?.answer(saved(1));
  expect(states.at(-1)).toMatchObject({ status: "saved", savedAt: "2026-11-22T20:38:00.000Z" });
  expect(autosave.isUnsaved()).toBe(false);
});

test("who types without a pause is saved every fifteen seconds", async () => {
  const { autosave, attempts } = window(() => Promise.resolve(saved(1)));

  for (let second = 0; second < 61; second += 1) {
    autosave.typed();
    await vi.advanceTimersByTimeAsync(SECOND);
  }

  expect(attempts).toHaveLength(4);
});

test("two saves never overlap: what is typed meanwhile goes out after the answer", async () => {
  const { autosave, attempts, states } = window();
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);

  autosave.typed();
  await vi.advanceTimersByTimeAsync(40 * SECOND);
  expect(attempts).toHaveLength(1);

  await attempts[0]?.answer(saved(1));
  expect(attempts).toHaveLength(2);
  expect(autosave.isUnsaved()).toBe(true);
  await attempts[1]?.answer(saved(2));
  expect(states.at(-1)?.status).toBe("saved");
});

test("a failure is told and tried again, ever less often, until it works", async () => {
  const { autosave, attempts, states } = window(() => Promise.resolve({ outcome: "failed" }));
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  expect(states.at(-1)?.status).toBe("failed");

  const counts = [];
  for (const seconds of [2, 5, 15, 30, 30]) {
    autosave.typed();
    await vi.advanceTimersByTimeAsync(seconds * SECOND - 1);
    counts.push(attempts.length);
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(counts).toEqual([1, 2, 3, 4, 5]);
  expect(attempts).toHaveLength(6);
  expect(states.at(-1)?.status).toBe("failed");
  expect(autosave.isUnsaved()).toBe(true);
});

test("after a failure, a save by hand goes out at once and ends the alarm", async () => {
  const { autosave, attempts, states } = window();
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await attempts[0]?.answer({ outcome: "failed" });

  const flushed = autosave.flush();
  await attempts[1]?.answer(saved(1));

  expect(await flushed).toMatchObject({ outcome: "saved" });
  expect(states.at(-1)?.status).toBe("saved");
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(attempts).toHaveLength(2);
});

test("a stale window stops, whatever is typed in it", async () => {
  const { autosave, attempts, states } = window(() => Promise.resolve({ outcome: "stale" }));
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  autosave.typed();
  await vi.advanceTimersByTimeAsync(120 * SECOND);

  expect(attempts).toHaveLength(1);
  expect(states.at(-1)?.status).toBe("stale");
  expect(await autosave.flush()).toEqual({ outcome: "stale" });
  expect(autosave.isUnsaved()).toBe(true);
});

test("who was signed out is told, and saved as soon as they are back", async () => {
  const { autosave, attempts, states } = window();
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await attempts[0]?.answer({ outcome: "signedOut" });
  expect(states.at(-1)?.status).toBe("signedOut");

  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await attempts[1]?.answer(saved(1));

  expect(states.at(-1)?.status).toBe("saved");
});

test("what the server refuses is not sent again until something is typed", async () => {
  const { autosave, attempts, states } = window(() =>
    Promise.resolve({ outcome: "refused", errors: { title: ["publishing.error.titleTooLong"] } }),
  );
  autosave.typed();
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(attempts).toHaveLength(1);
  expect(states.at(-1)).toMatchObject({ status: "refused", errors: { title: ["publishing.error.titleTooLong"] } });

  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  expect(attempts).toHaveLength(2);
});

test("a save by hand waits for the one under way, and sends nothing that is kept already", async () => {
  const { autosave, attempts } = window();
  autosave.typed();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  const flushed = autosave.flush();
  await attempts[0]?.answer(saved(1));

  expect(await flushed).toBeNull();
  expect(attempts).toHaveLength(1);
});

test("a window that is stopped sends nothing any more", async () => {
  const { autosave, attempts } = window();
  autosave.typed();
  await autosave.stop();
  await vi.advanceTimersByTimeAsync(60 * SECOND);

  expect(attempts).toHaveLength(0);
});

/** An editor's window whose server answers as told, or when the test says so. */
function window(respond?: () => Promise<Attempt>) {
  const states: SaveState[] = [];
  const attempts: { answer: (attempt: Attempt) => Promise<void> }[] = [];
  const send = () =>
    new Promise<Attempt>((resolve) => {
      attempts.push({
        answer: async (attempt) => {
          resolve(attempt);
          await vi.advanceTimersByTimeAsync(0);
        },
      });
      if (respond) void respond().then(resolve);
    });
  return { autosave: createAutosave({ send, tell: (state) => states.push(state) }), attempts, states };
}
