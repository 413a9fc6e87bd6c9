import type { Level, Rating } from "./evidence";
import { levels } from "./limits";

/** What can be stated of each domain, in the words of the GRADE handbook. */
export const domains = {
  start: ["randomised", "observational"],
  riskOfBias: ["none", "serious", "very-serious"],
  inconsistency: ["none", "serious", "very-serious"],
  indirectness: ["none", "serious", "very-serious"],
  imprecision: ["none", "serious", "very-serious"],
  publicationBias: ["none", "serious", "very-serious"],
  largeEffect: ["none", "large", "very-large"],
  doseResponse: ["none", "present"],
  confounding: ["none", "present"],
} as const satisfies Partial<Record<keyof Rating, readonly string[]>>;

export type DomainName = keyof typeof domains;

/** What a rating states of the domains; "" where it states nothing. */
export type Domains = Record<DomainName, string>;

const lowering = ["riskOfBias", "inconsistency", "indirectness", "imprecision", "publicationBias"] as const;
const raising = ["largeEffect", "doseResponse", "confounding"] as const;

const steps: Record<string, number> = { serious: 1, "very-serious": 2, large: 1, "very-large": 2, present: 1 };

/**
 * The level that follows from the domains by the GRADE handbook (Schünemann H, Brożek J, Guyatt G, Oxman A, editors; 2013; section 5): randomised
 * evidence starts high and observational evidence low; what is serious lowers it; only observational evidence that nothing lowered is raised.
 * Null where a domain that counts is not stated.
 */
export function levelFrom(stated: Domains): Level | null {
  const isStated = (name: DomainName) => (domains[name] as readonly string[]).includes(stated[name]);
  if (!(["start", ...lowering] as const).every(isStated)) return null;

  const down = sum(lowering, stated);
  const mayRise = stated.start === "observational" && down === 0;
  if (mayRise && !raising.every(isStated)) return null;

  const from = levels.indexOf(stated.start === "randomised" ? "HIGH" : "LOW");
  const at = from + down - (mayRise ? sum(raising, stated) : 0);
  return levels[Math.min(Math.max(at, 0), levels.length - 1)] ?? null;
}

const sum = (names: readonly DomainName[], stated: Domains) => names.reduce((total, name) => total + (steps[stated[name]] ?? 0), 0);
