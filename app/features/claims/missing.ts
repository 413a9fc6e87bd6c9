import type { Fields } from "~/features/publishing/fields";
import { inRow } from "~/features/publishing/row-faults";
import { sectionsOf, withKeys } from "~/features/publishing/sections";
import type { FormErrors } from "~/platform/forms.server";

import { type ClaimRow, claimsIn } from "./claim-rows";

/** What the claims of a guide still lack before others are asked to read it, by field; and what of them cannot be. */
export function missingInClaims({ body, own }: Pick<Fields, "body" | "own">): FormErrors {
  const claims = claimsIn(own);
  if (claims.length === 0) return {};

  const keys = new Set(sectionsOf(withKeys(body)).flatMap(({ key, heading }) => (heading === "" ? [] : [key])));
  const errors: FormErrors = {};
  for (const [index, claim] of claims.entries())
    for (const { field, reason } of faultsOf(claim, index, claims, keys)) {
      errors[field] ??= [];
      errors[field].push(inRow(index + 1, reason));
    }
  return errors;
}

type Fault = { field: string; reason: string };

function faultsOf(claim: ClaimRow, index: number, all: ClaimRow[], keys: Set<string>): Fault[] {
  const faults: Fault[] = [];
  const add = (isSo: boolean, field: string, reason: string) => isSo && faults.push({ field, reason });
  const before = all.slice(0, index);
  add(claim.key === "" || before.some(({ key }) => key === claim.key), "claimSection", "claims.error.keyTwice");
  add(claim.section === "", "claimSection", "claims.error.sectionMissing");
  add(claim.section !== "" && !keys.has(claim.section), "claimSection", "claims.error.sectionGone");
  add(claim.stance === "", "claimStance", "claims.error.stanceMissing");
  add(claim.version === "" && !["", "NONE"].includes(claim.stance), "claimVersion", "claims.error.versionMissing");
  add(claim.version !== "" && claim.stance === "NONE", "claimVersion", "claims.error.versionOfNone");
  const isTwice = before.some(({ section, version }) => section === claim.section && version === claim.version);
  add(isTwice && claim.section !== "" && (claim.version !== "" || claim.stance === "NONE"), "claimSection", "claims.error.twice");
  return faults;
}
