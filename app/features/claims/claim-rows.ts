import { shapes } from "~/features/publishing/kind-shape";
import { type Own, rowsOf } from "~/features/publishing/own-fields";

import { type StanceName, stances } from "./limits";

export const claimColumns = shapes.practice.own.rows.claims ?? [];

/** What a section says it rests on, as a form holds it: any part may be missing. */
export type ClaimRow = { key: string; section: string; stance: StanceName | ""; version: string; note: string };

/** The claims of a text, in its order. */
export const claimsIn = (own: Own = {}): ClaimRow[] =>
  rowsOf(claimColumns, own).map((row) => ({
    key: row.claimKey ?? "",
    section: row.claimSection ?? "",
    stance: stances.find((one) => one === row.claimStance) ?? "",
    version: row.claimVersion ?? "",
    note: row.claimNote?.trim() ?? "",
  }));

/** Those that can be told to readers: with a section, a stance and, where the stance asks for one, a version. Of two with the same key the first. */
export const soundClaims = (own: Own = {}): (ClaimRow & { stance: StanceName })[] =>
  claimsIn(own).filter(
    (claim, index, all): claim is ClaimRow & { stance: StanceName } =>
      claim.section !== "" &&
      claim.stance !== "" &&
      (claim.stance === "NONE" || claim.version !== "") &&
      all.findIndex(({ key }) => key === claim.key) === index,
  );
