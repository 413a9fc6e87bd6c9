import type { Language } from "~/i18n/languages";

import type { Answer } from "./ask";
import { members, people, type Who } from "./design";
import type { World } from "./world";

/** What each person is answered. */
export type Row = Record<Who, Answer>;

/** One address with its blanks filled, and what everyone is answered who asks for it or sends a form there. */
export type Case = {
  /** What the address leads to, where an address has several cases. */
  what?: string;
  values?: Record<string, string | number>;
  query?: Record<string, string>;
  get: Row;
  /** Without it nobody has anything to send there. */
  post?: Row;
  /** What the form itself is answered, where the page that would follow it sends people on. */
  formAlone?: Row;
  /** What is sent is decided in another case. */
  isOnlyRead?: boolean;
  /** It has a page and no data, which then cannot be asked for alone. */
  isDrawnAlone?: boolean;
  /** It ends a session: another one of the same person is taken. */
  isLast?: boolean;
  form?: Form | ((who: Who) => Form);
};

type Form = Record<string, string | string[]>;

/** What is decided of an address. */
export type Decision = (world: World, language: Language) => Case[];

/** The same for everyone. */
export const everyone = (answer: Answer): Row => Object.fromEntries(people.map((who) => [who, answer])) as Row;

/** For those of the list one answer; members who are not in it another, visitors (and who reads like one) a third. */
export function only(list: readonly Who[], answer: Answer, others: Answer, visitors: Answer = "sign-in"): Row {
  const row = everyone(visitors);
  for (const who of members) row[who] = list.includes(who) ? answer : others;
  for (const who of list) row[who] = answer;
  return row;
}

/** For everyone with an account, and for visitors the way to sign in. */
export const signedIn = (answer: Answer): Row => only(members, answer, answer);

/** Other answers for some. */
export const except = (row: Row, list: readonly Who[], answer: Answer): Row => ({
  ...row,
  ...Object.fromEntries(list.map((who) => [who, answer])),
});
