import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";

import { type Case, type Decision, everyone, except, only, signedIn } from "../decision";
import { all, but, design, guideWritersOfRiverside, members, ofRiverside, people, type Who } from "../design";
import { formOf } from "#tests/support/form-of";
import { type Guides, guideFields, REASON } from "../guides";
import { citing } from "./citing";
import { parity } from "./parity";

/** Who sees what is not published of Riverside: who writes guides there, who runs it, and who reviews. */
const seeDrafts = all(guideWritersOfRiverside, ["bare steward"], design.reviewGuides);

/** Who goes on with a guide of Riverside: who writes guides there, and who reviews them. */
const revise = all(guideWritersOfRiverside, design.reviewGuides);

/** Who puts a guide of Riverside away, or out of use: its stewards who write guides; out of use, those who review as well. */
const discard: Who[] = ["steward"];
const retire = all(discard, design.reviewGuides);

const writeGuides = people.filter((who) => (design.writeGuides as readonly Who[]).includes(who));

type Rule = (guides: Guides) => Case[];

const guides =
  (rule: Rule): Decision =>
  (world, language: Language) =>
    rule(world.guides[language]);

/** What everyone may read, and yet only some may do: to the others it is no secret. */
const openTo = (list: readonly Who[], answer: Case["get"][Who]) => only(list, answer, "403");

/** What only some may see: for the others it does not exist. Of those who see it, some may not do it. */
const hiddenBut = (list: readonly Who[], answer: Case["get"][Who]) => except(only(list, answer, "404"), without(seeDrafts, list), "403");

const without = (list: readonly Who[], others: readonly Who[]) => list.filter((who) => !others.includes(who));

const text = (language: Language) => ({ ...formOf(guideFields(`Guide of ${language}`)), base: "1", sequence: "0" });

export const practices: Record<string, Decision> = {
  "practices/index": () => [{ get: everyone("page") }],
  "practices/show": guides(({ open, forMembers, forRiverside, draft, inReview, retired, discarded }) => [
    { what: "open", values: { slug: open }, get: everyone("page") },
    { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404") },
    { what: "for Riverside", values: { slug: forRiverside }, get: only(all(ofRiverside, design.reviewGuides), "page", "404", "404") },
    { what: "draft", values: { slug: draft }, get: only(seeDrafts, "page", "404", "404") },
    { what: "in review", values: { slug: inReview }, get: only(seeDrafts, "page", "404", "404") },
    { what: "retired", values: { slug: retired }, get: everyone("410") },
    { what: "put away", values: { slug: discarded }, get: only(seeDrafts, "page", "404", "404") },
    { what: "nothing", values: { slug: "no-such-guide" }, get: everyone("404") },
  ]),
  "practices/new": ({ organizations }) => [
    {
      // Guides are written for one's own organization.
      get: only(but(writeGuides, "researcher", "editor", "administrator"), "page", "403"),
      post: only(guideWritersOfRiverside, "moved", "403"),
      form: (who) => ({ id: randomUUID(), title: `A guide that is begun by the ${who}`, organization: organizations.riverside.id }),
    },
  ],
  "practices/mine": () => [{ get: signedIn("page") }],
  "practices/preview": (_, language) => [
    { get: everyone("page"), post: only(writeGuides, "page", "403"), form: text(language), isDrawnAlone: true },
  ],
  "practices/edit": (world, language) => [
    {
      what: "open",
      values: { slug: world.guides[language].open },
      get: openTo(revise, "page"),
      post: openTo(revise, "409"),
      form: text(language),
    },
    {
      what: "draft",
      values: { slug: world.guides[language].draft },
      get: hiddenBut(revise, "page"),
      post: hiddenBut(revise, "409"),
      form: text(language),
    },
  ],
  "practices/draft": (world, language) => [
    { values: { slug: world.guides[language].draft }, get: everyone("moved"), post: hiddenBut(revise, "page"), form: text(language) },
  ],
  "practices/draft-removal": guides(({ draft }) => [
    { values: { slug: draft }, get: everyone("moved"), post: hiddenBut(seeDrafts, "moved") },
  ]),
  "practices/translation": guides(({ translated }) => [
    { values: { slug: translated }, get: openTo(revise, "moved"), post: openTo(revise, "moved") },
  ]),
  "practices/history": guides(({ open, draft }) => [
    { what: "open", values: { slug: open }, get: openTo(seeDrafts, "page") },
    { what: "draft", values: { slug: draft }, get: hiddenBut(seeDrafts, "page") },
  ]),
  "practices/revision": guides(({ open, draft }) => [
    { what: "open", values: { slug: open, number: 1 }, get: openTo(seeDrafts, "page") },
    { what: "draft", values: { slug: draft, number: 1 }, get: hiddenBut(seeDrafts, "page") },
  ]),
  "practices/restoration": guides(({ inReview }) => [
    { values: { slug: inReview, number: 1 }, get: everyone("moved"), post: hiddenBut(revise, "409") },
  ]),
  "practices/submission": guides(({ inReview }) => [
    { values: { slug: inReview }, get: hiddenBut(revise, "page"), post: hiddenBut(revise, "409") },
  ]),
  "practices/withdrawal": guides(({ draft }) => [{ values: { slug: draft }, get: everyone("moved"), post: hiddenBut(revise, "409") }]),
  "practices/review": guides(({ inReview, open }) => [
    {
      what: "in review",
      values: { slug: inReview },
      get: hiddenBut(seeDrafts, "page"),
      post: hiddenBut(design.reviewGuides, "409"),
      form: { review: randomUUID(), decision: "APPROVED", comment: "" },
    },
    {
      what: "open",
      values: { slug: open },
      get: openTo(seeDrafts, "page"),
      post: openTo(design.reviewGuides, "409"),
      form: { review: randomUUID(), decision: "APPROVED", comment: "" },
    },
  ]),
  "practices/claim": guides(({ inReview }) => [
    {
      values: { slug: inReview },
      get: everyone("moved"),
      post: hiddenBut(design.reviewGuides, "409"),
      form: { review: randomUUID(), claimant: "" },
    },
  ]),
  "practices/retirement": guides(({ open }) => [
    { values: { slug: open }, get: openTo(retire, "page"), post: openTo(retire, "422"), form: { reason: REASON, successor: "nowhere" } },
  ]),
  "practices/disposal": guides(({ discarded }) => [
    { values: { slug: discarded }, get: everyone("moved"), post: hiddenBut(discard, "409") },
  ]),
  "practices/recovery": guides(({ draft }) => [{ values: { slug: draft }, get: everyone("moved"), post: hiddenBut(discard, "409") }]),
  ...parity("practices", (world, language) => world.guides[language], revise, seeDrafts),
  ...citing("practices", (world, language) => world.guides[language], all(ofRiverside, design.reviewGuides)),
  // One queue for guides and summaries: whoever reviews either of them sees it.
  "reviews/index": () => [{ get: only(all(design.reviewGuides, design.reviewSummaries), "page", "403") }],
};
