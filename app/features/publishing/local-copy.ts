import { areSame, type Fields } from "./fields";
import type { KindName } from "./kind-shape";
import { fieldsTyped } from "./typed-fields";

/** What was typed, kept by the browser itself until the server has it. */
export type LocalCopy = { fields: Fields; at: string };

/** Asked for each time, since a browser may refuse even that. */
type Store = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

const ofBrowser: Store = () => localStorage;

const keyOf = (name: string) => `unsaved:${name}`;

/** Keeps a copy in the browser. Where it keeps nothing (no room, not allowed), the server alone has to do. */
export function keepLocalCopy(name: string, fields: Fields, { at = new Date(), store = ofBrowser } = {}) {
  attempt(() => store().setItem(keyOf(name), JSON.stringify({ fields, at: at.toISOString() } satisfies LocalCopy)));
}

export function dropLocalCopy(name: string, store = ofBrowser) {
  attempt(() => store().removeItem(keyOf(name)));
}

/** The copy that a window left behind, if it says something else than the form and is newer than the draft that the server has. */
export function copyToOffer(kind: KindName, name: string, shown: Fields, draftSavedAt: string | null, store = ofBrowser): LocalCopy | null {
  const copy = attempt(() => JSON.parse(store().getItem(keyOf(name)) ?? "null") as { fields?: Partial<Fields>; at?: string } | null);
  if (!copy?.fields || typeof copy.at !== "string" || Number.isNaN(Date.parse(copy.at))) return null;

  const fields = fieldsTyped(kind, { ...copy.fields.own, ...copy.fields, own: [] });
  if (areSame(fields, shown) || (draftSavedAt !== null && Date.parse(copy.at) <= Date.parse(draftSavedAt))) return null;
  return { fields, at: copy.at };
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
