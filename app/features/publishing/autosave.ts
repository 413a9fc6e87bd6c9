/** What became of one attempt to keep a text. */
export type Attempt =
  | { outcome: "saved"; sequence: number; savedAt: string }
  /** A newer text is kept, from another window. */
  | { outcome: "stale" }
  | { outcome: "signedOut" }
  /** The text cannot be kept as it is; faults by field, as keys of the dictionary. */
  | { outcome: "refused"; errors: Record<string, string[]> }
  /** Nothing came back, or nothing that makes sense: worth trying again. */
  | { outcome: "failed" };

export type SaveStatus = "idle" | "unsaved" | "saving" | Attempt["outcome"];

export type SaveState = { status: SaveStatus; savedAt: string | null; errors: Record<string, string[]> };

export const nothingSaved: SaveState = { status: "idle", savedAt: null, errors: {} };

const IDLE_MS = 2_000;
const LONGEST_MS = 15_000;
const RETRIES_MS = [2_000, 5_000, 15_000, 30_000];

export type Autosave = ReturnType<typeof createAutosave>;

/**
 * Decides when a text is sent: two seconds after the last keystroke, every fifteen seconds while someone types on, and again,
 * ever less often, after a failure. Two saves are never under way at once. A window that is stale sends nothing any more.
 */
export function createAutosave({ send, tell }: { send: () => Promise<Attempt>; tell: (state: SaveState) => void }) {
  let state = nothingSaved;
  let typedVersion = 0;
  let keptVersion = 0;
  let failures = 0;
  let isOver = false;
  let isDue = false;
  let flight: Promise<Attempt> | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;

  const isUnsaved = () => typedVersion > keptVersion;

  function become(change: Partial<SaveState>) {
    state = { ...state, ...change };
    tell(state);
  }

  function typed() {
    typedVersion += 1;
    if (isOver || failures > 0) return; // what comes next is already planned, and takes this along
    if (!flight && state.status !== "unsaved") become({ status: "unsaved", errors: {} });
    plan();
  }

  function plan() {
    clearTimeout(idle);
    idle = setTimeout(attempt, IDLE_MS);
    longest ??= setTimeout(attempt, LONGEST_MS);
  }

  function clearPlans() {
    clearTimeout(idle);
    clearTimeout(longest);
    longest = undefined;
  }

  function attempt(): Promise<Attempt> {
    if (flight) {
      isDue = true;
      return flight;
    }
    clearPlans();
    isDue = false;
    const version = typedVersion;
    if (failures === 0) become({ status: "saving" });
    flight = send().then((result) => {
      flight = null;
      if (result.outcome === "saved") keptVersion = version;
      settle(result);
      return result;
    });
    return flight;
  }

  function settle(result: Attempt) {
    const mustRetry = result.outcome === "failed" || result.outcome === "signedOut";
    failures = mustRetry ? failures + 1 : 0;
    if (result.outcome === "stale") isOver = true;
    if (result.outcome === "saved") become({ status: isUnsaved() ? "unsaved" : "saved", savedAt: result.savedAt, errors: {} });
    else become({ status: result.outcome, errors: result.outcome === "refused" ? result.errors : {} });

    if (isOver) return clearPlans();
    if (mustRetry) {
      clearPlans();
      idle = setTimeout(attempt, RETRIES_MS[Math.min(failures, RETRIES_MS.length) - 1]);
    } else if (result.outcome === "saved" && isUnsaved()) {
      if (isDue) void attempt();
      else plan();
    }
  }

  return {
    /** Something was typed or chosen. */
    typed,
    isUnsaved,
    /** Sends at once what is not kept yet, behind what is already under way. Null when there is nothing to send. */
    async flush(): Promise<Attempt | null> {
      if (flight) await flight;
      if (isOver) return isUnsaved() ? { outcome: "stale" } : null;
      return isUnsaved() ? attempt() : null;
    },
    /** Sends nothing any more; resolves when what was under way has ended. */
    async stop() {
      isOver = true;
      clearPlans();
      if (flight) await flight;
    },
  };
}
