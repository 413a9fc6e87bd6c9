import type { CslDate } from "./csl";
import { lineOf, plainOf } from "./csl-text";

/** A date as any of the formats has it; null where it says nothing, "bad" where nobody can read it. */
export function dateFrom(raw: unknown): CslDate | null | "bad" {
  if (raw === null || raw === undefined || raw === "") return null;
  if (typeof raw === "string" || typeof raw === "number") return dateOfText(String(raw));
  if (typeof raw !== "object") return "bad";
  const own = raw as Record<string, unknown>;
  const get = (key: string): unknown => (Object.hasOwn(own, key) ? own[key] : undefined);
  const parts = get("date-parts");
  if (Array.isArray(parts)) {
    const dates = parts
      .slice(0, 2)
      .map(partsFrom)
      .filter((one) => one !== null);
    if (dates.length > 0) return { "date-parts": dates };
  }
  const text = get("raw") ?? get("literal");
  if (typeof text === "string" && text.trim() !== "") return dateOfText(text);
  return Array.isArray(parts) && parts.flat().some((one) => one !== null && one !== "") ? "bad" : null;
}

/** 2022, 2022-03, 2022-03-05, 2022/03/05, 2022 Mar 5, or what stands there instead of a date. */
function dateOfText(raw: string): CslDate | "bad" {
  const text = lineOf(plainOf(raw.slice(0, 400)), 100);
  const sides = text.split(/(?<=\d)\/(?=\d{4})|(?<=\d{4}-\d\d-\d\d)\s+(?:to|–)\s+/);
  const dates = sides.slice(0, 2).map(oneOfText);
  if (dates.every((one) => one !== null)) return { "date-parts": dates as number[][] };
  return text === "" || /^\W*$/.test(text) ? "bad" : { literal: text };
}

function oneOfText(text: string): number[] | null {
  const numeric = /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?\/*(?:T.*|$)/.exec(text);
  if (numeric) return partsFrom(numeric.slice(1).filter((part) => part !== undefined));
  const worded = /^(\d{4})\s+([A-Za-z]{3})[a-z]*\.?(?:[-/][A-Za-z]{3}[a-z]*)?(?:\s+(\d{1,2}))?$/.exec(text);
  if (!worded) return null;
  const month = months.indexOf(worded[2]?.toLowerCase() ?? "") + 1;
  return partsFrom([worded[1], month || undefined, worded[3]]);
}

/** As far as they are sound. Without a year there is no date. */
function partsFrom(raw: unknown): number[] | null {
  const values = (Array.isArray(raw) ? raw : [raw]).map((one) =>
    typeof one === "string" || typeof one === "number" ? Number(one) : Number.NaN,
  );
  const [year = Number.NaN, month = 0, day = 0] = values;
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return [year];
  if (!Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return [year, month];
  return [year, month, day];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
