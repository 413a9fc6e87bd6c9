import type { Actor } from "~/features/accounts/actor";
import { THE_PORTAL } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { Prisma } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import type { AuditFilters } from "./audit-filters";
import { auditEntries } from "./audit-log.server";
import { may } from "./policy";

const AT_ONCE = 1_000;

export const exportFormats = ["csv", "jsonl"] as const;

export type ExportFormat = (typeof exportFormats)[number];

type Row = {
  number: number;
  at: string;
  name: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  details: string;
  previousHash: string;
  hash: string;
};

const columns = ["number", "at", "name", "actorId", "subjectType", "subjectId", "details", "previousHash", "hash"] as const;

/**
 * The entries of a filter, newest first, piece by piece, however many they are; with ids, never with names. It is put on record. Refuses who may not
 * (403), and more than five in a day (429).
 */
export async function exportAudit(actor: Actor, filters: AuditFilters, format: ExportFormat): Promise<AsyncGenerator<string>> {
  authorize(may.readAudit(actor));
  await limit("audit exports by account", actor.id);
  const last = await db.auditEntry.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
  await db.$transaction((tx) => record(tx, actor, "audit.exported", THE_PORTAL, { format, number: last?.number ?? 0 }));

  return linesOf(actor, filters, (last?.number ?? 0) + 1, format);
}

async function* linesOf(actor: Actor, filters: AuditFilters, end: number, format: ExportFormat): AsyncGenerator<string> {
  // With the mark at its start, spreadsheets read the letters of both languages.
  if (format === "csv") yield `\uFEFF${columns.join(",")}\r\n`;
  for (let before = end; ; ) {
    const rows: Row[] = await entriesBefore(actor, filters, before);
    if (rows.length > 0) yield rows.map(format === "csv" ? csvLine : jsonLine).join("");
    if (rows.length < AT_ONCE) return;
    before = rows.at(-1)?.number ?? 0;
  }
}

/** In the writing in which they were hashed, so that whoever keeps them can reckon the chain. */
const entriesBefore = (actor: Actor, filters: AuditFilters, before: number) => db.$queryRaw<Row[]>`
  SELECT a.number, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, a.name, a."actorId"::text, a."subjectType",
    a."subjectId"::text, a.details::text, a."previousHash", a.hash
  FROM (${auditEntries(actor, filters, before, AT_ONCE)}) a ORDER BY ${Prisma.sql`a.number DESC`}`;

const csvLine = (row: Row) => `${columns.map((column) => csvCell(String(row[column] ?? ""))).join(",")}\r\n`;

/** No cell begins like a formula, which a spreadsheet would carry out. */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The details stand as the database wrote them, which is JSON already. */
const jsonLine = ({ details, ...row }: Row) => `${JSON.stringify(row).slice(0, -1)},"details":${details}}\n`;
