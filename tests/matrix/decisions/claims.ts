import { randomUUID } from "node:crypto";

import { type Case, type Decision, everyone, except, only } from "../decision";
import { all, design, guideWritersOfRiverside, members, ofRiverside, summaryWritersOfRiverside } from "../design";

/** Who says that a guide of Riverside was looked at again: who goes on with it, and who runs Riverside. */
const lookAgain = all(guideWritersOfRiverside, ["bare steward"], design.reviewGuides);

/** Who sees what is not published of the summaries of Riverside. */
const seeSummaries = all(summaryWritersOfRiverside, ["bare steward"], design.editSummaries);

/** A page about a summary that whoever reads it may read. */
const aboutSummary: Decision = ({ summaries }, language) => {
  const { open, forMembers, forRiverside, draft, retired, discarded } = summaries[language];
  return [
    { what: "open", values: { slug: open }, get: everyone("page") },
    { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404") },
    { what: "for Riverside", values: { slug: forRiverside }, get: only(all(ofRiverside, design.editSummaries), "page", "404", "404") },
    { what: "draft", values: { slug: draft }, get: only(seeSummaries, "page", "404", "404") },
    { what: "retired", values: { slug: retired }, get: everyone("moved") },
    { what: "put away", values: { slug: discarded }, get: only(seeSummaries, "page", "404", "404") },
  ];
};

/** What guides rest on, where a summary is used, and the lists of what was retracted. */
export const claims: Record<string, Decision> = {
  "claims/uses": aboutSummary,
  "graph/summary": aboutSummary,
  "claims/evidence-review": ({ guides }, language) => {
    const { open, forMembers, forRiverside, draft, retired, discarded } = guides[language];
    const sent = { form: () => ({ notice: [randomUUID()], outcome: "STANDS", note: "It says what the evidence says." }) };
    const hidden = (answer: Case["get"]["visitor"]) => only(lookAgain, answer, "404");
    return [
      { what: "open", values: { slug: open }, get: only(lookAgain, "page", "403"), post: only(lookAgain, "404", "403"), ...sent },
      {
        what: "for members",
        values: { slug: forMembers },
        get: only(lookAgain, "page", "403"),
        post: only(lookAgain, "404", "403"),
        ...sent,
      },
      { what: "for Riverside", values: { slug: forRiverside }, get: hidden("page"), post: hidden("404"), ...sent },
      { what: "draft", values: { slug: draft }, get: hidden("page"), post: hidden("404"), ...sent },
      { what: "retired", values: { slug: retired }, get: only(members, "403", "403"), post: only(members, "403", "403"), ...sent },
      {
        what: "put away",
        values: { slug: discarded },
        get: except(only(members, "404", "404"), lookAgain, "403"),
        post: except(only(members, "404", "404"), lookAgain, "403"),
        ...sent,
      },
    ];
  },
  "admin/retractions": () => [
    {
      get: only(design.runThePortal, "page", "403"),
      // A list comes in a form with a file.
      post: only(design.runThePortal, "415", "403"),
    },
  ],
};
