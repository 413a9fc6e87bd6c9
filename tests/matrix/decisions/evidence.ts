import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";

import { type Case, type Decision, everyone, except, only, signedIn } from "../decision";
import { all, but, design, members, ofRiverside, summaryWritersOfRiverside, type Who } from "../design";
import { formOf } from "#tests/support/form-of";
import { REASON } from "../guides";
import { type Summaries, summaryFields } from "../summaries";
import { citing } from "./citing";
import { parity } from "./parity";

/** Who sees what is not published of Riverside: who writes summaries there, who runs it, and those who may mend every summary. */
const seeDrafts = all(summaryWritersOfRiverside, ["bare steward"], design.editSummaries);

/** The same, as long as it awaits a review: who reviews may belong anywhere. */
const seeSubmitted = all(seeDrafts, design.reviewSummaries);

/** Who goes on with a summary of Riverside: who writes summaries there, and those who may mend every summary. */
const revise = all(summaryWritersOfRiverside, design.editSummaries);

/** Who puts a summary of Riverside away, or out of use: its stewards who write summaries; out of use, those who may mend every summary as well. */
const discard: Who[] = ["steward"];
const retire = all(discard, design.editSummaries);

const summaries =
  (rule: (summaries: Summaries) => Case[]): Decision =>
  (world, language) =>
    rule(world.summaries[language]);

/** What everyone may read, and yet only some may do: to the others it is no secret. */
const openTo = (list: readonly Who[], answer: Case["get"][Who]) => only(list, answer, "403");

/** What only some see: for the others it does not exist. Of those who see it, some may not do it. */
const hiddenFromAllBut = (seers: readonly Who[]) => (list: readonly Who[], answer: Case["get"][Who]) =>
  except(only(list, answer, "404"), but(seers, ...list), "403");

const ofDraft = hiddenFromAllBut(seeDrafts);
const ofSubmitted = hiddenFromAllBut(seeSubmitted);

const text = (language: Language) => ({ ...formOf(summaryFields(`Summary of ${language}`)), base: "1", sequence: "0" });

export const evidence: Record<string, Decision> = {
  "evidence/index": () => [{ get: everyone("page") }],
  "evidence/show": summaries(({ open, forMembers, forRiverside, draft, inReview, retired, discarded }) => [
    { what: "open", values: { slug: open }, get: everyone("page") },
    { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404") },
    { what: "for Riverside", values: { slug: forRiverside }, get: only(all(ofRiverside, design.editSummaries), "page", "404", "404") },
    { what: "draft", values: { slug: draft }, get: only(seeDrafts, "page", "404", "404") },
    { what: "in review", values: { slug: inReview }, get: only(seeSubmitted, "page", "404", "404") },
    { what: "retired", values: { slug: retired }, get: everyone("410") },
    { what: "put away", values: { slug: discarded }, get: only(seeDrafts, "page", "404", "404") },
    { what: "nothing", values: { slug: "no-such-summary" }, get: everyone("404") },
  ]),
  "evidence/new": ({ organizations }) => [
    {
      // Summaries are written for one's own organization.
      get: only(summaryWritersOfRiverside, "page", "403"),
      post: only(summaryWritersOfRiverside, "moved", "403"),
      form: (who) => ({ id: randomUUID(), title: `A summary that is begun by the ${who}`, organization: organizations.riverside.id }),
    },
  ],
  "evidence/mine": () => [{ get: signedIn("page") }],
  "evidence/preview": ({ summaries }, language) => [
    { get: everyone("page"), post: only(design.writeSummaries, "page", "403"), form: text(language), isDrawnAlone: true },
    {
      what: "of a draft",
      get: everyone("page"),
      // Its references are drawn with it, so it is told to nobody who does not see it.
      post: except(only(revise, "page", "403"), ["researcher"], "404"),
      form: { ...text(language), of: summaries[language].draft },
      isDrawnAlone: true,
    },
  ],
  "evidence/edit": (world, language) => [
    {
      what: "open",
      values: { slug: world.summaries[language].open },
      get: openTo(revise, "page"),
      post: openTo(revise, "409"),
      form: text(language),
    },
    {
      what: "draft",
      values: { slug: world.summaries[language].draft },
      get: ofDraft(revise, "page"),
      post: ofDraft(revise, "409"),
      form: text(language),
    },
    // Whoever may go on with it is told that it is being read.
    {
      what: "in review",
      values: { slug: world.summaries[language].inReview },
      get: ofSubmitted(revise, "page"),
      post: ofSubmitted(revise, "409"),
      form: text(language),
    },
  ],
  "evidence/draft": (world, language) => [
    { values: { slug: world.summaries[language].draft }, get: everyone("moved"), post: ofDraft(revise, "page"), form: text(language) },
  ],
  "evidence/draft-removal": summaries(({ draft, inReview }) => [
    { values: { slug: draft }, get: everyone("moved"), post: ofDraft(seeDrafts, "moved") },
    { what: "in review", values: { slug: inReview }, get: everyone("moved"), post: ofSubmitted(seeSubmitted, "moved") },
  ]),
  "evidence/translation": summaries(({ translated }) => [
    { values: { slug: translated }, get: openTo(revise, "moved"), post: openTo(revise, "moved") },
  ]),
  "evidence/history": summaries(({ open, draft, inReview }) => [
    { what: "open", values: { slug: open }, get: openTo(seeDrafts, "page") },
    { what: "draft", values: { slug: draft }, get: ofDraft(seeDrafts, "page") },
    { what: "in review", values: { slug: inReview }, get: ofSubmitted(seeSubmitted, "page") },
  ]),
  "evidence/revision": summaries(({ open, draft, inReview }) => [
    { what: "open", values: { slug: open, number: 1 }, get: openTo(seeDrafts, "page") },
    { what: "draft", values: { slug: draft, number: 1 }, get: ofDraft(seeDrafts, "page") },
    { what: "in review", values: { slug: inReview, number: 1 }, get: ofSubmitted(seeSubmitted, "page") },
  ]),
  "evidence/restoration": summaries(({ inReview, draft }) => [
    { what: "in review", values: { slug: inReview, number: 1 }, get: everyone("moved"), post: ofSubmitted(revise, "409") },
    { what: "draft", values: { slug: draft, number: 2 }, get: everyone("moved"), post: ofDraft(revise, "409") },
  ]),
  "evidence/submission": summaries(({ inReview }) => [
    { values: { slug: inReview }, get: ofSubmitted(revise, "page"), post: ofSubmitted(revise, "409") },
  ]),
  "evidence/withdrawal": summaries(({ draft }) => [{ values: { slug: draft }, get: everyone("moved"), post: ofDraft(revise, "409") }]),
  "evidence/review": summaries(({ inReview, open, draft }) => [
    {
      what: "in review",
      values: { slug: inReview },
      get: ofSubmitted(seeSubmitted, "page"),
      post: ofSubmitted(design.reviewSummaries, "409"),
      form: { review: randomUUID(), decision: "APPROVED", comment: "" },
    },
    {
      what: "open",
      values: { slug: open },
      // Who reviews is told that nothing awaits it.
      get: openTo(seeSubmitted, "page"),
      post: openTo(design.reviewSummaries, "409"),
      form: { review: randomUUID(), decision: "APPROVED", comment: "" },
    },
    {
      what: "draft",
      values: { slug: draft },
      get: ofDraft(seeDrafts, "page"),
      post: ofDraft(but(design.reviewSummaries, "researcher"), "409"),
      form: { review: randomUUID(), decision: "APPROVED", comment: "" },
    },
  ]),
  "evidence/claim": summaries(({ inReview }) => [
    {
      values: { slug: inReview },
      get: everyone("moved"),
      post: ofSubmitted(design.reviewSummaries, "409"),
      form: { review: randomUUID(), claimant: "" },
    },
  ]),
  "evidence/retirement": summaries(({ open }) => [
    { values: { slug: open }, get: openTo(retire, "page"), post: openTo(retire, "422"), form: { reason: REASON, successor: "nowhere" } },
  ]),
  "evidence/disposal": summaries(({ discarded }) => [
    { values: { slug: discarded }, get: everyone("moved"), post: ofDraft(discard, "409") },
  ]),
  "evidence/recovery": summaries(({ draft }) => [{ values: { slug: draft }, get: everyone("moved"), post: ofDraft(discard, "409") }]),
  ...parity("evidence", (world, language) => world.summaries[language], revise, seeDrafts),
  ...citing("evidence", (world, language) => world.summaries[language], all(ofRiverside, design.editSummaries)),
};
