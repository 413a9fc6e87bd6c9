import { shapes } from "~/features/publishing/kind-shape";
import { type Own, rowsOf } from "~/features/publishing/own-fields";
import { inRow } from "~/features/publishing/row-faults";
import type { FormErrors } from "~/platform/forms.server";

import { type DomainName, domains, levelFrom } from "./grade";
import { levels } from "./limits";
import { lastDayOf } from "./up-to";

/** What is wrong with a field, as a reason of the dictionary. `row` counts from 1. `isLack`: nothing is wrong, but something is not said yet. */
export type Fault = { field: string; row: number | null; reason: string; isLack: boolean };

const { rows } = shapes.summary.own;

const today = () => new Date().toISOString().slice(0, 10);

/** What the findings and ratings of a summary, and the end of its search, get wrong or leave open. */
export function faultsIn(own: Own = {}, now = today()): Fault[] {
  return [...upToFaults(own.evidenceUpTo?.[0]?.trim() ?? "", now), ...findingFaults(own), ...ratingFaults(own, now)];
}

/** Faults as forms have them. */
export function errorsIn(faults: Fault[]): FormErrors {
  const errors: FormErrors = {};
  for (const { field, row, reason } of faults) {
    errors[field] ??= [];
    errors[field].push(row === null ? reason : inRow(row, reason));
  }
  return errors;
}

/** Why something is no date that has come, if it is none; a year or a month has come with its first day. */
function dateFault(told: string, now: string): string | null {
  if (lastDayOf(told) === null || told < "1800") return "evidence.error.noSuchDate";
  return told > now.slice(0, told.length) ? "evidence.error.inFuture" : null;
}

function upToFaults(told: string, now: string): Fault[] {
  const reason = told === "" ? "evidence.error.upToMissing" : dateFault(told, now);
  return reason === null ? [] : [{ field: "evidenceUpTo", row: null, reason, isLack: told === "" }];
}

function findingFaults(own: Own): Fault[] {
  const found = rowsOf(rows.findings ?? [], own);
  return found.flatMap((row, index) => {
    const lack = (column: string, reason: string) => (row[column]?.trim() === "" ? [fault(column, index, reason, true)] : []);
    const isTwice = found.findIndex(({ findingKey }) => findingKey === row.findingKey) < index;
    return [
      ...(isTwice || row.findingKey === "" ? [fault("findingOutcome", index, "evidence.error.keyTwice")] : []),
      ...lack("findingOutcome", "evidence.error.outcomeMissing"),
      ...lack("findingEffect", "evidence.error.effectMissing"),
    ];
  });
}

function ratingFaults(own: Own, now: string): Fault[] {
  const keys = new Set(own.findingKey ?? []);
  return rowsOf(rows.ratings ?? [], own).flatMap((row, index) => {
    const lack = (column: string, reason: string) => (row[column]?.trim() === "" ? [fault(column, index, reason, true)] : []);
    const on = row.ratingOn?.trim() ?? "";
    const wrongDate = on === "" ? null : dateFault(on, now);
    return [
      ...(keys.has(row.ratingFinding ?? "")
        ? []
        : [fault("ratingFinding", index, "evidence.error.findingMissing", row.ratingFinding === "")]),
      ...lack("ratingLevel", "evidence.error.levelMissing"),
      ...levelFault(row, index),
      ...lack("ratingTool", "evidence.error.toolMissing"),
      ...lack("ratingBy", "evidence.error.byMissing"),
      ...lack("ratingOn", "evidence.error.onMissing"),
      ...(wrongDate ? [fault("ratingOn", index, wrongDate)] : []),
    ];
  });
}

/** A rating by GRADE states the level that its own domains give. */
function levelFault(row: Record<string, string>, index: number): Fault[] {
  if (row.ratingTool?.trim().toUpperCase() !== "GRADE") return [];
  const given = levelFrom(domainsIn(row));
  const isOther = given !== null && levels.some((level) => level === row.ratingLevel) && given !== row.ratingLevel;
  return isOther ? [fault("ratingLevel", index, `evidence.error.levelGiven.${given}`)] : [];
}

/** What a row of a form states of the domains. */
const domainsIn = (row: Record<string, string>): Record<DomainName, string> =>
  Object.fromEntries((Object.keys(domains) as DomainName[]).map((name) => [name, row[columnOf(name)] ?? ""])) as Record<DomainName, string>;

/** The column of a part of a rating: riskOfBias is ratingRiskOfBias. */
export const columnOf = <Name extends string>(name: Name): `rating${Capitalize<Name>}` =>
  `rating${name.charAt(0).toUpperCase()}${name.slice(1)}` as `rating${Capitalize<Name>}`;

const fault = (field: string, index: number, reason: string, isLack = false): Fault => ({ field, row: index + 1, reason, isLack });
