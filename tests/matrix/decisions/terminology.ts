import { randomUUID } from "node:crypto";

import { type Decision, everyone, only } from "../decision";
import { design } from "../design";

/** The words of the portal: everyone reads them, and those who review guides keep them. */
export const terminology: Record<string, Decision> = {
  "terminology/index": () => [{ get: everyone("page") }],
  "terminology/new": () => [
    {
      get: only(design.reviewGuides, "page", "403"),
      post: only(design.reviewGuides, "moved", "403"),
      form: () => ({ en: `word ${randomUUID()}`, fr: "mot" }),
    },
  ],
  "terminology/edit": ({ termPair }) => [
    {
      values: { id: termPair },
      get: only(design.reviewGuides, "page", "403"),
      // The form is older than the pair.
      post: only(design.reviewGuides, "409", "403"),
      form: { en: "word", fr: "mot", changedAt: "2026-01-01T00:00:00.000Z" },
    },
    {
      what: "nothing",
      values: { id: "0199aaaa-0000-7000-8000-000000000000" },
      get: only(design.reviewGuides, "404", "403"),
      isOnlyRead: true,
    },
  ],
  "terminology/removal": ({ termPair }) => [
    {
      values: { id: termPair },
      get: everyone("moved"),
      post: only(design.reviewGuides, "409", "403"),
      form: { changedAt: "2026-01-01T00:00:00.000Z" },
    },
  ],
};
