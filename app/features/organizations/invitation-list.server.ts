import { CsvError, parse } from "csv-parse/sync";

import type { Language } from "~/i18n/languages";

import { membershipLimits } from "./membership-limits";
import { type Invitee, inviteeEmail, inviteeName, type ListForm } from "./membership-schema.server";

/** What is wrong in one line of a list, as a key of the dictionary, with what stands there or where its twin is. */
export type RowFault = { line: number; reason: string; value?: string };

export type InvitationList = { invitees: (Invitee & { line: number })[]; faults: RowFault[]; fault?: string };

type Column = "email" | "name" | "language" | "steward";
type Row = { record: string[]; info: { lines: number } };

const inOrder: Column[] = ["email", "name", "language", "steward"];

/** How people head their columns, in plain letters. */
const headings: Record<string, Column> = {
  ...named("email", "email|e mail|mail|email address|e mail address|courriel|adresse de courriel|adresse courriel|adresse electronique"),
  ...named("name", "name|full name|nom|nom complet|prenom et nom|nom et prenom"),
  ...named("language", "language|lang|langue|language of mail|langue du courriel"),
  ...named("steward", "steward|is steward|responsable|est responsable"),
};

const languageWords: Record<string, Language> = Object.fromEntries([
  ...["en", "eng", "en ca", "english", "anglais", "anglaise"].map((word) => [word, "en"]),
  ...["fr", "fra", "fre", "fr ca", "french", "francais", "francaise"].map((word) => [word, "fr"]),
]);

const yes = ["yes", "y", "oui", "o", "x", "1", "true", "vrai", "steward", "responsable"];
const no = ["", "no", "n", "non", "0", "false", "faux"];

/**
 * Reads a list of people to invite: a row each, with e-mail, name, language and steward, in this order or under headings in English or
 * French, between commas, semicolons or tabs. Where a row names no language, and for the role, the form decides.
 */
export function readInvitationList({ text, language, rights }: ListForm): InvitationList {
  const { rows, fault } = readRows(text.replace(/^\ufeff/, ""));
  if (fault) return { invitees: [], faults: [fault] };

  const first = rows[0]?.record.map(plain) ?? [];
  const hasHead = first.some((cell) => headings[cell] === "email") && !first.some((cell) => cell.includes("@"));
  const people = hasHead ? rows.slice(1) : rows;
  if (people.length === 0) return { invitees: [], faults: [], fault: "membership.errors.listEmpty" };
  if (people.length > membershipLimits.rows) return { invitees: [], faults: [], fault: "membership.errors.listTooLong" };

  const columns = hasHead ? first.map((cell) => headings[cell]) : inOrder;
  const faults = hasHead ? faultsOfHead(rows[0] as Row, columns) : [];
  const invitees: InvitationList["invitees"] = [];
  const lines = new Map<string, number>();
  for (const row of people) {
    const read = readRow(row, columns, { language, rights });
    faults.push(...read.faults);
    const twin = lines.get(read.email);
    if (twin !== undefined) faults.push({ line: lineOf(row), reason: "membership.errors.rowTwice", value: String(twin) });
    else if (read.email) lines.set(read.email, lineOf(row));
    if (read.invitee) invitees.push({ ...read.invitee, line: lineOf(row) });
  }
  return { invitees, faults };
}

/** The same people as a list that reads back to them, to be sent on with a form. */
export const writeInvitationList = (invitees: readonly Invitee[]): string =>
  invitees
    .map(({ email, name, language, rights }) => [email, name, language, rights.includes("steward") ? "yes" : "no"].map(quoted).join(","))
    .join("\n");

const quoted = (cell: string) => (/[",;\n\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

function readRows(text: string): { rows: Row[]; fault?: RowFault } {
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
      // One more than what is taken, and the head: longer lists need not be read to be refused.
      to: membershipLimits.rows + 2,
    }) as unknown as Row[];
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], fault: { line: Number(error.lines ?? 1), reason: "membership.errors.rowQuotes" } };
  }
}

/** What stands in most of the first lines, outside of quotation marks; of two that stand in as many, what stands there more often. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n?|\n/, 20);
  const weight = (sign: string) => lines.filter((line) => line.includes(sign)).length * 1000 + lines.join("").split(sign).length;

  return [",", ";", "\t"].reduce((best, sign) => (weight(sign) > weight(best) ? sign : best));
}

function faultsOfHead(row: Row, columns: (Column | undefined)[]): RowFault[] {
  return row.record.flatMap((cell, index) => {
    const fault = { line: lineOf(row), value: cell.slice(0, 40) };
    if (cell === "") return [];
    if (!columns[index]) return [{ ...fault, reason: "membership.errors.columnUnknown" }];
    return columns.indexOf(columns[index]) === index ? [] : [{ ...fault, reason: "membership.errors.columnTwice" }];
  });
}

function readRow(row: Row, columns: (Column | undefined)[], chosen: Pick<ListForm, "language" | "rights">) {
  const cell = (column: Column) => row.record[columns.indexOf(column)] ?? "";
  const faults: RowFault[] = [];
  const line = lineOf(row);
  const refuse = (reason: string, value: string) => faults.push({ line, reason, value: value.slice(0, 60) });

  const email = inviteeEmail.safeParse(cell("email"));
  if (!email.success) refuse(reasonOf(email.error), cell("email"));
  const name = inviteeName.safeParse(cell("name"));
  if (!name.success) refuse(reasonOf(name.error), cell("name"));
  const language = cell("language") === "" ? chosen.language : languageWords[plain(cell("language"))];
  if (!language) refuse("membership.errors.rowLanguage", cell("language"));
  const steward = plain(cell("steward"));
  if (!yes.includes(steward) && !no.includes(steward)) refuse("membership.errors.rowSteward", cell("steward"));
  if (row.record.slice(columns.length).some((rest) => rest !== "")) refuse("membership.errors.rowTooLong", "");

  const rights = [...chosen.rights.filter((right) => right !== "steward"), ...(yes.includes(steward) ? (["steward"] as const) : [])];
  const invitee =
    faults.length === 0 && email.success && name.success && language ? { email: email.data, name: name.data, language, rights } : null;
  return { email: email.success ? email.data.toLowerCase() : "", invitee, faults };
}

const reasonOf = (error: { issues: { message: string }[] }) => error.issues[0]?.message ?? "membership.errors.email";

const lineOf = ({ info }: Row) => info.lines;

const plain = (cell: string) =>
  cell
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[-_.\s]+/g, " ")
    .trim();

function named(column: Column, words: string): Record<string, Column> {
  return Object.fromEntries(words.split("|").map((word) => [word, column]));
}
