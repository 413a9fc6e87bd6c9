import { type Case, type Decision, everyone, except, only, type Row, signedIn } from "../decision";
import { all, design, members, ofRiverside, people, type Who, writers } from "../design";
import type { Guides } from "../guides";
import type { Summaries } from "../summaries";

/** Who sees what, by the circle of its category; the silenced, who report nothing, are told so before anything else. */
const circles = {
  open: people,
  members,
  affiliated: all(ofRiverside, ["practitioner of elsewhere", "steward of elsewhere"]),
  staff: ["editor", "moderator", "administrator"],
  riverside: ofRiverside,
} as const satisfies Record<string, readonly Who[]>;

const readable = Object.keys(circles) as (keyof typeof circles)[];

/** To report something: by those who see it; for others there is nothing. The silenced may not, whatever it is. */
const reported = (seers: readonly Who[], answer: Row[Who]): Row =>
  except(
    only(
      writers.filter((who) => seers.includes(who)),
      answer,
      "404",
    ),
    ["silenced"],
    "403",
  );

/** The page of a report, and the report itself, which is the same when it is sent twice. */
const report = (seers: readonly Who[], others: { who: readonly Who[]; answer: Row[Who] } = { who: [], answer: "403" }) => ({
  get: except(reported(seers, "page"), others.who, others.answer),
  post: except(reported(seers, "moved"), others.who, others.answer),
  form: { rule: "off-topic", words: "It stands in the wrong place." },
});

const refused = (answer: Row[Who]) => ({
  get: reported(writers, answer),
  post: reported(writers, answer),
  form: { rule: "off-topic", words: "" },
});

/** Reports on guides, or summaries, in every state. `staff`: who reads those of all organizations. */
function reportsOn(works: Guides | Summaries, staff: readonly Who[]): Case[] {
  const { open, forMembers, forRiverside, draft, inReview, retired, discarded } = works;
  return [
    { what: "open", values: { slug: open }, ...report(people) },
    { what: "for members", values: { slug: forMembers }, ...report(members) },
    { what: "for Riverside", values: { slug: forRiverside }, ...report(all(ofRiverside, staff)) },
    { what: "retired", values: { slug: retired }, ...refused("410") },
    ...[draft, inReview, discarded, "no-such-work"].map((slug) => ({ what: slug, values: { slug }, ...refused("404") })),
  ];
}

/** Who decides cases. */
const moderators: readonly Who[] = ["moderator", "administrator"];

const stewardsOfRiverside: readonly Who[] = ["steward", "bare steward"];

const tooLate = "Nothing of this is true; please look again.";

/** A button about a case that is of another kind, was drawn long ago, or is given back by who never had it. */
const onCase =
  (answer: Row[Who]): Decision =>
  ({ held }) => [{ values: { id: held.case }, get: everyone("moved"), post: only(moderators, answer, "404"), form: { version: "0" } }];

/** Reports, cases and decisions. */
export const moderation: Record<string, Decision> = {
  rules: () => [{ get: everyone("page") }],
  transparency: () => [{ get: everyone("page") }],
  "admin/audit-log": () => [{ get: only(design.runThePortal, "page", "403") }],
  "admin/audit-export": () => [{ get: only(design.runThePortal, "page", "403") }],

  "moderation/post-flag": ({ forums }) => [
    ...readable.map((circle) => ({ what: circle, values: { id: forums.threads[circle].posts[1] ?? "" }, ...report(circles[circle]) })),
    { what: "removed", values: { id: forums.removedPost }, ...refused("410") },
  ],
  "practices/flag": ({ guides }, language) => reportsOn(guides[language], design.reviewGuides),
  "evidence/flag": ({ summaries }, language) => reportsOn(summaries[language], design.editSummaries),
  "moderation/person-flag": ({ profile }) => [
    { values: { slug: profile }, ...report(members) },
    { what: "nobody", values: { slug: "nobody" }, ...refused("404") },
  ],
  "moderation/organization-flag": ({ organizations: { riverside, listed, applied, closed } }) => [
    { what: "member", values: { slug: riverside.slug }, ...report(people, { who: stewardsOfRiverside, answer: "403" }) },
    { what: "listed", values: { slug: listed.slug }, ...report(people) },
    { what: "applied", values: { slug: applied.slug }, ...report(design.runThePortal) },
    { what: "closed", values: { slug: closed.slug }, ...refused("410") },
    { what: "none", values: { slug: "no-such-organization" }, ...refused("404") },
  ],
  // Where they see the post: the staff have no way into the spaces of others.
  "moderation/post-case": ({ forums }) =>
    readable.map((circle) => ({
      what: circle,
      values: { id: forums.threads[circle].posts[1] ?? "" },
      get: everyone("moved"),
      post: except(
        only(moderators, "404", "403"),
        (circles[circle] as readonly Who[]).filter((who) => moderators.includes(who)),
        "moved",
      ),
    })),

  // Whom one sees less of is one's own affair, of the silenced too.
  "people/distance": ({ stranger, forums }) => [
    { values: { id: stranger }, get: signedIn("page"), post: signedIn("moved"), form: { kind: "MUTED" } },
    { what: "of nobody", values: { id: forums.threads.open.id }, get: signedIn("404"), post: signedIn("404"), form: { kind: "MUTED" } },
  ],
  "people/distance-removal": ({ stranger }) => [{ values: { id: stranger }, get: everyone("moved"), post: signedIn("moved") }],
  "settings/distances": () => [{ get: signedIn("page") }],

  // What was decided is for those whom it concerns, and for who holds the link of the mail.
  "decisions/show": ({ judged }) => [{ values: { id: judged.decision }, get: only(stewardsOfRiverside, "page", "404") }],
  "decisions/appeal": ({ judged }) => [
    { values: { id: judged.decision }, get: signedIn("moved"), post: only(stewardsOfRiverside, "409", "404"), form: { words: tooLate } },
  ],
  "decisions/by-mail": ({ judged }) => [
    { what: "over", values: { token: judged.token }, get: everyone("page"), post: everyone("409"), form: { words: tooLate } },
    { what: "none", values: { token: "none" }, get: everyone("404"), post: everyone("404"), form: { words: tooLate } },
  ],
  "settings/moderation": () => [{ get: signedIn("page") }],
  "moderation/sanctions": () => [{ get: only(moderators, "page", "403") }],
  "moderation/lifting": ({ judged }) => [
    { values: { id: judged.sanction }, get: only(moderators, "page", "403"), post: only(moderators, "422", "403"), form: { reason: "" } },
  ],
  "moderation/ruling": ({ judged }) => [
    { values: { id: judged.appealCase }, get: signedIn("moved"), post: only(moderators, "422", "404"), form: { version: "1" } },
  ],

  // The queue is for who decides; a case for whoever of them looks after it, and what they look after for administrators to say.
  "moderation/index": () => [{ get: only(moderators, "page", "403") }],
  "moderation/case": ({ judged, forums }) => [
    { values: { id: judged.appealCase }, get: only(moderators, "page", "404") },
    { what: "none", values: { id: forums.removedPost }, get: signedIn("404") },
  ],
  // Nobody else knows that there is a case.
  "moderation/claim": onCase("409"),
  "moderation/claim-removal": onCase("moved"),
  "moderation/hiding": onCase("409"),
  "moderation/hiding-removal": onCase("409"),
  "moderation/decision": ({ held }) => [
    {
      values: { id: held.case },
      get: only(moderators, "page", "404"),
      post: only(moderators, "409", "404"),
      form: { version: "0", rule: "respect", content: "NONE", person: "NONE" },
    },
  ],
  "admin/moderator-scope": ({ stranger }) => [
    {
      values: { id: stranger },
      get: only(design.runThePortal, "409", "403"),
      post: only(design.runThePortal, "409", "403"),
      form: { languages: ["fr"] },
    },
  ],

  // Words that wait are for their author, and for who decides.
  "forums/held": () => [{ get: signedIn("page") }],
  "forums/held-withdrawal": ({ held }) => [{ values: { id: held.post }, get: everyone("moved"), post: signedIn("404") }],
  "moderation/approval": ({ held }) => [
    { values: { id: held.case }, get: everyone("moved"), post: only(moderators, "409", "404"), form: { version: "0" } },
  ],
  "moderation/return": ({ held }) => [
    {
      values: { id: held.case },
      get: only(moderators, "page", "404"),
      post: only(moderators, "409", "404"),
      form: { version: "0", rule: "spam", words: "" },
    },
  ],
  "moderation/words": () => [{ get: only(moderators, "page", "403"), post: only(moderators, "422", "403"), form: { word: "()" } }],
  "moderation/word-removal": ({ held }) => [{ values: { id: held.post }, get: everyone("moved"), post: only(moderators, "moved", "403") }],
};
