import { z } from "zod";

import { inRow } from "~/features/publishing/row-faults";

import { limits, stances } from "./limits";

/** A column of rows: each fault names its row. How many rows there may be is said once, by the column that stands first on the page. */
function column(faultOf: (cell: string) => string | null, tooMany?: string) {
  return z
    .array(z.string())
    .max(tooMany ? limits.claims : limits.claims * 2, tooMany ?? "publishing.error.unknownChoice")
    .superRefine((cells, context) => {
      for (const [index, cell] of cells.entries()) {
        const reason = faultOf(cell);
        if (reason !== null) context.addIssue({ code: "custom", message: inRow(index + 1, reason) });
      }
    })
    .default([]);
}

const like = (pattern: RegExp) => (cell: string) => (cell === "" || pattern.test(cell) ? null : "publishing.error.unknownChoice");

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a draft of a guide may hold of its claims: half a row, but nothing that is too long or no choice. */
export const claimsSchema: Record<string, z.ZodType<string[]>> = {
  claimKey: column(like(/^[a-z][a-z0-9-]{0,19}$/)),
  claimSection: column(like(/^[a-z0-9][a-z0-9-]{0,59}$/), `claims.error.tooMany:${limits.claims}`),
  claimStance: column((cell) => (cell === "" || stances.some((one) => one === cell) ? null : "publishing.error.unknownChoice")),
  claimVersion: column(like(UUID)),
  claimNote: column((cell) => (cell.length > limits.note ? `claims.error.noteTooLong:${limits.note}` : null)),
};
