import { randomUUID } from "node:crypto";

import { type Case, type Decision, everyone, except, only } from "../decision";
import { all, design, members, ofRiverside, summaryWritersOfRiverside } from "../design";
import type { Summaries } from "../summaries";

const seeDrafts = all(summaryWritersOfRiverside, ["bare steward"], design.editSummaries);

/** Who goes on with a summary of Riverside: who writes summaries there, and those who may mend every summary. */
const revise = all(summaryWritersOfRiverside, design.editSummaries);

const summaries =
  (rule: (summaries: Summaries) => Case[]): Decision =>
  (world, language) =>
    rule(world.summaries[language]);

/** What is open is no secret, but only some may work on it. Of what is not published, only those are told who see it. */
const onlyAtWork = (more: Partial<Case> = {}) =>
  summaries(({ open, draft }) => [
    { what: "open", values: { slug: open }, get: only(revise, "page", "403"), ...more },
    {
      what: "draft",
      values: { slug: draft },
      get: except(only(revise, "page", "404"), ["bare steward"], "403"),
      isOnlyRead: true,
    },
  ]);

/** An import is one's own: of others', and of none, nobody is told. */
const noImport = (get: Case["get"], form: Record<string, string>) =>
  summaries(({ open }) => [{ values: { slug: open, id: randomUUID() }, get, post: only(revise, "404", "403"), form }]);

const choice = { page: "1", proposed: "", elsewhere: "0" };

const asRead = (more: Record<string, string>, isDrawnAlone = false) =>
  summaries(({ open, forMembers, forRiverside, draft, retired }) =>
    [
      { what: "open", values: { slug: open }, get: everyone("page") },
      { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404") },
      { what: "for Riverside", values: { slug: forRiverside }, get: only(all(ofRiverside, design.editSummaries), "page", "404", "404") },
      { what: "draft", values: { slug: draft }, get: only(seeDrafts, "page", "404", "404") },
      { what: "retired", values: { slug: retired }, get: everyone("moved") },
      { what: "nothing", values: { slug: "no-such-summary" }, get: everyone("404") },
    ].map((one) => ({ ...one, values: { ...one.values, ...more }, isDrawnAlone })),
  );

export const references: Record<string, Decision> = {
  "evidence/bibliography": asRead({}),
  "evidence/bibliography-file": asRead({ format: "ris" }, true),
  "evidence/references": onlyAtWork(),
  "evidence/new-reference": onlyAtWork({
    post: only(revise, "moved", "403"),
    form: () => ({ type: "report", title: `A report ${randomUUID()}`, date: "2020" }),
  }),
  // Sent as it stands: nothing is changed.
  "evidence/reference": summaries(({ open, reference }) => [
    {
      values: { slug: open, id: reference },
      get: only(revise, "page", "403"),
      post: only(revise, "moved", "403"),
      form: { key: "invented2024", type: "book", title: "An invented book", date: "2024" },
    },
  ]),
  // It is cited.
  "evidence/reference-removal": summaries(({ open, reference }) => [
    { values: { slug: open, id: reference }, get: everyone("moved"), post: only(revise, "409", "403"), form: {} },
  ]),
  "evidence/imports": onlyAtWork({
    post: only(revise, "moved", "403"),
    form: () => ({ id: randomUUID(), format: "auto", text: "This is no bibliography." }),
  }),
  "evidence/import": noImport(only(revise, "404", "403"), choice),
  "evidence/import-acceptance": noImport(everyone("moved"), choice),
  "evidence/import-removal": noImport(everyone("moved"), {}),
};
