import { flow, list, scalar } from "~/platform/content-format";

import type { SummaryFront } from "./content-shapes.server";
import type { CslItem } from "./csl";

/** In this order; what else there is comes behind it, by its name. */
const order = ["type", "title", "author", "issued", "container-title", "volume", "issue", "page", "publisher", "DOI", "URL"];

/** The references of a summary as its YAML file has them, by their keys. */
export function formatReferences(references: readonly { key: string; csl: CslItem }[]): string[] {
  if (references.length === 0) return ["references: []"];
  const sorted = references.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return ["references:", ...sorted.flatMap(({ key, csl }) => [`  - id: ${scalar(key)}`, ...fieldsOf(csl)])];
}

function fieldsOf({ id: _, ...item }: CslItem): string[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = Object.keys(item).sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  return names.flatMap((name) => {
    const value = item[name as keyof typeof item];
    const isNames = Array.isArray(value) && value.every((part) => typeof part === "object");
    return isNames ? [`    ${name}:`, ...value.map((part) => `      - ${flow(part)}`)] : [`    ${name}: ${flow(value)}`];
  });
}

type Said = Pick<SummaryFront, "question" | "funding" | "conflicts" | "findings" | "ratings">;

/** What only a summary says in front of its text. */
export function formatSaid({ question, funding, conflicts, findings, ratings }: Said): string[] {
  return [
    "question:",
    ...Object.entries(question).map(([name, text]) => `  ${name}: ${scalar(text)}`),
    `funding: ${scalar(funding)}`,
    `conflicts: ${scalar(conflicts)}`,
    ...rows("findings", findings),
    ...rows("ratings", ratings),
  ];
}

function rows(name: string, all: readonly Record<string, string | string[]>[]): string[] {
  if (all.length === 0) return [`${name}: []`];
  const linesOf = (row: Record<string, string | string[]>) =>
    Object.entries(row)
      .filter(([, value]) => value !== "")
      .map(
        ([field, value], index) => `${index === 0 ? "  - " : "    "}${field}: ${typeof value === "string" ? scalar(value) : list(value)}`,
      );
  return [`${name}:`, ...all.flatMap(linesOf)];
}
