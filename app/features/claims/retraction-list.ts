import { parse } from "csv-parse/sync";

import { doiIn } from "~/features/evidence/doi";

import type { LineFault, ReadAnswer, Retracted } from "./retraction-shapes";

const MOST_LINES = 200_000;
const MOST_JSON_BYTES = 24_000_000;
const MOST_FAULTS = 50;
const AT_ONCE = 2_000;
const LONGEST_RECORD = 200_000;
const LONGEST_CELL = 1_000;

const NEEDED = ["OriginalPaperDOI", "RetractionNature"] as const;

/** Reads a list of retractions: the table of Retraction Watch, or works as Crossref gives them. What was only corrected or questioned is passed over. */
export function readRetractions(name: string, bytes: Buffer): ReadAnswer {
  const list = new Collected();
  const start = bytes
    .subarray(0, 200)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  if (bytes.includes(0)) return { refused: "claims.retractions.fault.binary" };
  const isTable = !/^[{[]/.test(start);
  const refused = isTable ? readTable(bytes, list) : readWorks(bytes, list);
  return refused ? { refused } : { read: { name, isTable, ...list.result() } };
}

class Collected {
  private rows = new Map<string, Retracted>();
  private faults: LineFault[] = [];
  private faultCount = 0;
  private total = 0;
  private other = 0;
  private nameless = 0;

  add(row: Retracted) {
    this.total += 1;
    if (!this.rows.has(row.doi)) this.rows.set(row.doi, row);
  }

  passOver() {
    this.other += 1;
  }

  passNameless() {
    this.nameless += 1;
  }

  refuse(line: number, reason: string) {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push({ line, reason: `claims.retractions.fault.${reason}` });
  }

  result() {
    const rows = [...this.rows.values()];
    const parts = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
      JSON.stringify(rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
    );
    const { total, other, nameless, faults, faultCount } = this;
    return { parts, total, other, nameless, faults, faultCount };
  }
}

class TooLong extends Error {}
class NoTable extends Error {}

function readTable(bytes: Buffer, list: Collected): string | null {
  let lines = 0;
  try {
    parse(bytes, {
      bom: true,
      columns: (header: string[]) => {
        if (!NEEDED.every((column) => header.includes(column))) throw new NoTable();
        return header;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: LONGEST_RECORD,
      on_skip: (error) => {
        if (error && "lines" in error) list.refuse(Number(error.lines), "unreadable");
        return undefined;
      },
      on_record: (record: Record<string, string>, context: { lines: number }) => {
        lines += 1;
        if (lines > MOST_LINES) throw new TooLong();
        takeRow(record, context.lines, list);
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof TooLong) return "claims.retractions.fault.tooLong";
    return "claims.retractions.fault.noList";
  }
}

/** A line of the table. Most papers before 2000 have no DOI, and say "unavailable". */
function takeRow(record: Record<string, string>, line: number, list: Collected) {
  const nature = record.RetractionNature?.trim().toLowerCase() ?? "";
  if (nature === "") return list.refuse(line, "noNature");
  if (nature !== "retraction") return list.passOver();

  const told = record.OriginalPaperDOI?.trim() ?? "";
  if (/^(?:|0|n\/?a|none|unavailable)$/i.test(told)) return list.passNameless();
  const doi = doiIn(told);
  if (doi === null) return list.refuse(line, "noDoi");
  const day = record.RetractionDate?.trim() ?? "";
  const on = dayOf(day);
  if (day !== "" && on === null) list.refuse(line, "noDate");
  list.add({
    doi,
    noticeDoi: doiIn(record.RetractionDOI ?? ""),
    title: short(record.Title),
    reason: short(record.Reason),
    on,
  });
}

type Update = { DOI?: unknown; type?: unknown; updated?: { "date-parts"?: unknown } };
type Work = { DOI?: unknown; title?: unknown; "update-to"?: unknown; "updated-by"?: unknown };

function readWorks(bytes: Buffer, list: Collected): string | null {
  if (bytes.length > MOST_JSON_BYTES) return "claims.retractions.fault.tooLong";
  let works: unknown[] | null;
  try {
    works = worksIn(JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, "")));
  } catch {
    return "claims.retractions.fault.noList";
  }
  if (!works) return "claims.retractions.fault.noList";
  if (works.length > MOST_LINES) return "claims.retractions.fault.tooLong";
  for (const [index, work] of works.entries()) takeWork(work as Work, index + 1, list);
  return null;
}

function worksIn(json: unknown): unknown[] | null {
  if (Array.isArray(json)) return json;
  const { message, items } = (json ?? {}) as { message?: unknown; items?: unknown };
  if (Array.isArray(items)) return items;
  if (typeof message !== "object" || message === null) return null;
  return Array.isArray((message as { items?: unknown }).items) ? ((message as { items: unknown[] }).items ?? []) : [message];
}

/** A notice names what it retracts; a work may name the notice by which it was retracted. */
function takeWork(work: Work, line: number, list: Collected) {
  if (typeof work !== "object" || work === null || typeof work.DOI !== "string") return list.refuse(line, "unreadable");
  const own = doiIn(work.DOI);
  const retracting = retractionsIn(work["update-to"]);
  const retractedBy = retractionsIn(work["updated-by"]);
  if (retracting.length + retractedBy.length === 0) return list.passOver();

  const title = short([work.title].flat()[0]);
  for (const update of retracting) {
    const doi = doiIn(String(update.DOI ?? ""));
    if (doi === null) list.refuse(line, "noDoi");
    else list.add({ doi, noticeDoi: own, title, reason: "", on: dayIn(update) });
  }
  const [notice] = retractedBy;
  if (!notice) return;
  if (own === null) list.refuse(line, "noDoi");
  else list.add({ doi: own, noticeDoi: doiIn(String(notice.DOI ?? "")), title, reason: "", on: dayIn(notice) });
}

const retractionsIn = (updates: unknown): Update[] =>
  Array.isArray(updates) ? (updates as Update[]).filter((update) => update?.type === "retraction") : [];

function dayIn({ updated }: Update): string | null {
  const parts = updated?.["date-parts"];
  const [year, month = 1, day = 1] = (Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0] : []) as number[];
  return year === undefined ? null : sound(year, month, day);
}

/** "1/24/2024 0:00" as Retraction Watch writes it, or 2024-01-24. */
function dayOf(text: string): string | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  if (american) return sound(Number(american[3]), Number(american[1]), Number(american[2]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  return iso ? sound(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

function sound(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSound = year >= 1600 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSound ? date.toISOString().slice(0, 10) : null;
}

const short = (text: unknown): string =>
  typeof text === "string"
    ? text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
        .replace(/[\u0000-\u001f\u007f]+/g, " ")
        .toWellFormed()
        .trim()
        .slice(0, LONGEST_CELL)
    : "";
