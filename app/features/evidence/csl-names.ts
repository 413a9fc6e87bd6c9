import { type CslName, type Fault, fault } from "./csl";
import { lineOf, plainOf } from "./csl-text";

const LONGEST = 200;
const MOST_NAMES = 200;

/** Words before a family name that are written small: van der, de la, von. */
const PARTICLES = /^((?:\p{Ll}[\p{Ll}'’.]*\s+)+)(?=\S*\p{Lu})/u;

/** And behind the given names, where the family name is listed without them: Alexander von (Humboldt). */
const DROPPED = /^(.*\p{Lu}.*?)((?:\s+(?:von|van|de|der|den|du|des|da|do|dos|di|del|della|la|le|zu|zum|ter|ten|el|al))+)$/u;

const initials = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (\p{Lu}(?:[.-]?\p{Lu}){0,2}\.?)$/u;

/** Names in the one way in which they are kept: particles apart, a name of one part as it is. */
export function namesFrom(raw: unknown, field: string): { names: CslName[]; faults: Fault[] } {
  const list = Array.isArray(raw) ? raw : [raw];
  const faults = list.length > MOST_NAMES ? [fault(field, "tooManyNames")] : [];
  const names = list.slice(0, MOST_NAMES).flatMap((one) => nameFrom(one) ?? []);
  if (names.some(({ literal = "" }) => holdsSeveral(literal))) faults.push(fault(field, "nameNotSplit"));
  return { names, faults };
}

/** "Kiely, Bridget" or "Kiely B" as someone writes it; another is taken as it stands. */
export function nameOfText(text: string): CslName | null {
  const name = part(text);
  const pieces = name.split(/\s*,\s*/);
  if (pieces.length === 2) return nameFrom({ family: pieces[0], given: pieces[1] });
  if (pieces.length === 3 && isSuffix(pieces[1])) return nameFrom({ family: pieces[0], suffix: pieces[1], given: pieces[2] });
  if (pieces.length === 3 && isSuffix(pieces[2])) return nameFrom({ family: pieces[0], given: pieces[1], suffix: pieces[2] });
  const [, family, given] = initials.exec(name) ?? [];
  return nameFrom(family ? { family, given } : { literal: name });
}

export const isSuffix = (text = ""): boolean => /^(?:jr|sr|i{1,3}|iv|v|2nd|3rd|4th|fils|père)\.?$/i.test(text.trim());

/** Several people in one, or one whose parts nobody can tell. */
const holdsSeveral = (literal: string): boolean => literal.includes(";") || (literal.match(/,/g)?.length ?? 0) > 2;

function nameFrom(raw: unknown): CslName | null {
  if (typeof raw === "string") return nameOfText(raw);
  if (typeof raw !== "object" || raw === null) return null;
  const get = (key: string) => part(Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : "");
  const literal = get("literal") || get("name");
  const parts = ["family", "given", "non-dropping-particle", "dropping-particle", "suffix"].map(get);
  const [family = "", given, particle, dropped, suffix] = parts;
  if (!commaless(family)) return literalName(literal || given || "");
  if (!given && !particle && !dropped && !suffix && !PARTICLES.test(family)) return literalName(family);
  return split(...(parts.map(commaless) as Parameters<typeof split>));
}

const commaless = (text = ""): string => text.replace(/\s*,[,\s]*/g, " ").trim();

function split(family: string, given: string, particle: string, dropped: string, suffix: string): CslName | null {
  const joined = particle ? `${particle}${/['’-]$/.test(particle) ? "" : " "}${family}` : family;
  const small = PARTICLES.exec(joined)?.[1]?.trim() ?? "";
  const behind = dropped ? [given, given, dropped] : (DROPPED.exec(given) ?? [given, given, ""]);
  const name: CslName = { family: joined.slice(small.length).trim() };
  if (behind[1]) name.given = behind[1].trim();
  if (small) name["non-dropping-particle"] = small;
  if (behind[2] && name.given) name["dropping-particle"] = behind[2].trim();
  if (suffix) name.suffix = suffix;
  // Of one part: an organization, or someone who has but one name.
  return Object.keys(name).length === 1 ? literalName(joined) : name;
}

function literalName(text: string): CslName | null {
  const literal = text.replace(/[,\s]+$/, "");
  return literal === "" ? null : { literal };
}

const part = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? lineOf(plainOf(String(value).slice(0, LONGEST * 4)), LONGEST) : "";
