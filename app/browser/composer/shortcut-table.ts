/** What a key, or two in a row, ask for. */
export type Wish =
  | { act: "search" | "help" | "next" | "previous" | "open" | "quote" | "reply" }
  /** Presses what names this key on the page, or on the post in hand. */
  | { act: "press"; key: string; of: "page" | "post" }
  | { act: "go"; to: string }
  | { act: "follow"; level: string };

const single: Record<string, Wish> = {
  "/": { act: "search" },
  "?": { act: "help" },
  j: { act: "next" },
  k: { act: "previous" },
  o: { act: "open" },
  q: { act: "quote" },
  r: { act: "reply" },
  c: { act: "press", key: "c", of: "page" },
  e: { act: "press", key: "e", of: "post" },
  b: { act: "press", key: "b", of: "post" },
  l: { act: "press", key: "l", of: "post" },
  "!": { act: "press", key: "!", of: "post" },
};

const places = ["h", "f", "n", "d", "b", "g"];
const levels: Record<string, string> = { m: "MUTED", r: "NORMAL", t: "TRACKING", w: "WATCHING" };

const PATIENCE_MS = 1_500;

export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing" | "repeat">;

/** Reads keys one after the other: some act alone, `g` and `m` wait for a second one, for a moment. */
export function createKeyReader(now: () => number = Date.now) {
  let first: { key: string; at: number } | null = null;

  return function read(pressed: Pressed): Wish | null {
    if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing) return null;
    // On its way to "?" or "!" one passes by Shift.
    if (pressed.key.length !== 1) return null;
    const isLetter = /^\p{L}$/u.test(pressed.key);
    if (isLetter && pressed.shiftKey) return null;
    const key = pressed.key.toLowerCase();
    const before = first && now() - first.at <= PATIENCE_MS ? first.key : null;
    first = null;

    if (before === "g" && places.includes(key)) return { act: "go", to: key };
    const level = levels[key];
    if (before === "m" && level) return { act: "follow", level };
    const wish = single[key] ?? null;
    if (wish && pressed.repeat && wish.act !== "next" && wish.act !== "previous") return null;
    if (!wish && (key === "g" || key === "m")) first = { key, at: now() };
    return wish;
  };
}
