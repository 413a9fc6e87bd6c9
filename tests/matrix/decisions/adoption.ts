import { randomUUID } from "node:crypto";

import type { Answer } from "../ask";
import { type Case, type Decision, everyone, only } from "../decision";
import { all, guideWritersOfRiverside, ofRiverside } from "../design";
import { adapt, hiddenBut, readOfRiverside, seeDrafts } from "./lineage";

/** Who says what Riverside puts into practice: who writes for it, and who runs it. */
const speakForRiverside = all(guideWritersOfRiverside, ["bare steward"]);

/** Who says that of any organization. */
const declare = all(adapt, ["bare steward", "steward of elsewhere"]);

// A version that the guide does not have, and words that were said before the last ones.
const said = () => ({ version: randomUUID(), stage: "RUNNING", on: "2026-01-10" });
const base = () => ({ base: randomUUID() });

/** An address of the adoptions of Riverside: of one that is named others are told, and may not change it; the other is not there for them. */
const ofAdoptions =
  (get: (others: Answer) => Case["get"], form: Case["form"]): Decision =>
  ({ adoptions: { named, unnamed } }) => [
    { what: "named", values: { id: named }, get: get("403"), post: only(speakForRiverside, "409", "403"), form },
    { what: "not named", values: { id: unnamed }, get: get("404"), post: only(speakForRiverside, "409", "404"), form },
  ];

const ownPage = (others: Answer) => only(speakForRiverside, "page", others);

/** Which organizations put which guides into practice. */
export const adoption: Record<string, Decision> = {
  "adoption/new": ({ guides, organizations }, language) => {
    const { open, forRiverside, draft, retired } = guides[language];
    const form = () => ({
      ...{ id: randomUUID(), organization: organizations.riverside.id, province: "on", region: randomUUID() },
      ...said(),
    });
    const post = (answer: Answer) => only(speakForRiverside, answer, "403");
    return [
      { what: "open", values: { slug: open }, get: only(declare, "page", "403"), post: post("422"), form },
      {
        what: "for Riverside",
        values: { slug: forRiverside },
        get: hiddenBut(readOfRiverside, speakForRiverside, "page"),
        post: post("422"),
        form,
      },
      { what: "draft", values: { slug: draft }, get: hiddenBut(seeDrafts, speakForRiverside, "409"), post: post("409"), form },
      { what: "retired", values: { slug: retired }, get: only(declare, "409", "403"), post: post("409"), form },
    ];
  },
  "adoption/index": () => [{ get: everyone("page") }, { what: "of the past", get: everyone("page"), query: { on: "2026-01-10" } }],
  "adoption/show": ({ adoptions: { named, unnamed } }) => [
    { what: "named", values: { id: named }, get: everyone("page") },
    { what: "not named", values: { id: unnamed }, get: only(ofRiverside, "page", "404", "404") },
    { what: "nothing", values: { id: randomUUID() }, get: everyone("404") },
  ],
  "adoption/change": ofAdoptions(ownPage, () => ({ ...base(), ...said() })),
  "adoption/confirmation": ofAdoptions(() => everyone("moved"), base),
  "adoption/withdrawal": ofAdoptions(ownPage, base),
};
