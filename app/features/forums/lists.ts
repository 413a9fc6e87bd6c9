/** The orders in which threads are listed; the first one where an address names none. */
export const lists = ["latest", "new", "unread", "top", "unanswered"] as const;

export type List = (typeof lists)[number];

/** The list that an address asks for. Visitors have read nothing, so nothing is unread for them. */
export function listOf(url: URL, isVisitor: boolean): List {
  const list = lists.find((list) => list === url.searchParams.get("list")) ?? "latest";
  return isVisitor && list === "unread" ? "latest" : list;
}

export const listsFor = (isVisitor: boolean): List[] => lists.filter((list) => list !== "unread" || !isVisitor);

/** Threads begun within so many days and never opened are new to someone. */
export const NEW_DAYS = 14;
