import { risRecord } from "./citation-js.server";
import { type CslItem, type CslName, nameFields } from "./csl";

type Item = CslItem & { id: string };

/** A reference as a RIS record that gives back what it was made of, as far as RIS can say it. */
export function risOf(item: Item): string {
  const record = risRecord(withoutParticles(item));
  record.ID = item.id;
  // By a tag of the newer RIS some readers see which of the two they read.
  record.LB = item.id;
  for (const field of nameFields) {
    const names = item[field];
    const tag = names && tagOf(record, names);
    if (names && tag) record[tag] = names.map(nameOf);
  }
  const date = dateOf(item);
  if (date !== "") Object.assign(record, record.PY === undefined && record.DA === undefined ? { PY: date.slice(0, 4) } : {}, { DA: date });
  if (typeof record.Y2 === "string") record.Y2 = record.Y2.replace(/\/+$/, "").replace(/\/(\d)(?=\/|$)/g, "/0$1");
  splitPages(record);
  const { TY = "GEN", ...rest } = record;
  const lines = Object.entries(rest).flatMap(([tag, value]) => [value].flat().map((one) => `${tag}  - ${String(one)}`));
  return `${[`TY  - ${String(TY)}`, ...lines, "ER  - "].join("\n")}\n`;
}

/** RIS knows a family name, given names and a suffix. */
function nameOf(name: CslName): string {
  // In one piece, where a comma in it would tell it apart.
  if (name.literal !== undefined) return name.literal.includes(",") ? `${name.literal},,` : name.literal;
  const { family, given, suffix } = joined(name);
  return suffix ? `${family}, ${given ?? ""}, ${suffix}` : given ? `${family}, ${given}` : (family ?? "");
}

function joined(name: CslName): CslName {
  if (name.literal !== undefined) return name;
  const family = [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return { family, ...(given ? { given } : {}), ...(name.suffix ? { suffix: name.suffix } : {}) };
}

function withoutParticles(item: Item): Item {
  const names = nameFields.flatMap((field) => (item[field] ? [[field, item[field].map(joined)] as const] : []));
  return { ...item, ...Object.fromEntries(names) };
}

/** The tag under which these names stand now. */
function tagOf(record: Record<string, string | string[]>, names: CslName[]): string | undefined {
  const written = names
    .map(joined)
    .map(({ family, given, suffix, literal }) => [family, given, suffix].filter(Boolean).join(", ") || literal);
  return Object.keys(record).find((tag) => {
    const value = [record[tag]].flat();
    return /^(?:A[1-4U]|C4|TA|ED)$/.test(tag) && value.length === written.length && value.every((one, at) => one === written[at]);
  });
}

function dateOf({ issued }: Item): string {
  const [parts = []] = issued?.["date-parts"] ?? [];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("/");
}

function splitPages(record: Record<string, string | string[]>) {
  const [, from, to] = /^([^-,\s]+)-([^-,\s]+)$/.exec(String(record.SP ?? "")) ?? [];
  if (from && to) Object.assign(record, { SP: from, EP: to });
}
