/** What was typed into a form, kept by the browser itself until the portal has it. `sent` names the post that was being made of it, or the version that was being changed. */
export type KeptCopy = { fields: [name: string, value: string][]; at: string; sent?: string };

/** Asked for each time, since a browser may refuse even that. */
type Store = () => Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const ofBrowser: Store = () => localStorage;

const PREFIX = "unsaved-post:";
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/** Keeps a copy, and says whether the browser took it. */
export function keepCopy(name: string, copy: KeptCopy, store = ofBrowser): boolean {
  return (
    attempt(() => {
      store().setItem(PREFIX + name, JSON.stringify(copy));
      return true;
    }) ?? false
  );
}

export function dropCopy(name: string, store = ofBrowser) {
  attempt(() => store().removeItem(PREFIX + name));
}

/** The copy that a window left behind, if it is newer than the draft that the portal has and says something else than the form. */
export function copyToOffer(name: string, shown: KeptCopy["fields"], savedAt: string | null, store = ofBrowser): KeptCopy | null {
  const copy = copyOf(PREFIX + name, store);
  if (!copy || JSON.stringify(copy.fields) === JSON.stringify(shown)) return null;
  return savedAt !== null && Date.parse(copy.at) <= Date.parse(savedAt) ? null : copy;
}

/** Forgets the copies of what became a post, and those that nobody asked for in a month. */
export function forgetCopies(isPosted: (id: string) => boolean, now = Date.now(), store = ofBrowser) {
  const names = attempt(() => Array.from({ length: store().length }, (_, index) => store().key(index) ?? "")) ?? [];
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const copy = copyOf(name, store);
    const isOver = !copy || (copy.sent !== undefined && isPosted(copy.sent)) || now - Date.parse(copy.at) > KEPT_FOR_MS;
    if (isOver) attempt(() => store().removeItem(name));
  }
}

function copyOf(key: string, store: Store): KeptCopy | null {
  const copy = attempt(() => JSON.parse(store().getItem(key) ?? "null") as Partial<KeptCopy> | null);
  const isOne = copy && Array.isArray(copy.fields) && typeof copy.at === "string" && !Number.isNaN(Date.parse(copy.at));
  return isOne ? (copy as KeptCopy) : null;
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
