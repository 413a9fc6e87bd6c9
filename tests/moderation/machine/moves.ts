import type { Actor } from "~/features/accounts/actor";
import { editPost } from "~/features/forums/editing.server";
import { appealDecision, ruleOnAppeal } from "~/features/moderation/appeal.server";
import { claimCase } from "~/features/moderation/claim.server";
import { decideCase } from "~/features/moderation/decide.server";
import { flagThing } from "~/features/moderation/flag.server";
import { hideMeanwhile, showMeanwhile } from "~/features/moderation/hiding.server";
import { isDismissal } from "~/features/moderation/lifecycle";
import { liftSanction } from "~/features/moderation/sanction.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";

import { decision, tokenMailedTo } from "../decided";
import { as, people, type Scene, type Who } from "./cast";
import { fateOf, isOver, type State } from "./state";

/** One thing that one person tries. `isAllowed` is written down once more here, from the rules, so that the code can be found to differ. */
export type Move = {
  name: string;
  who: Who;
  /** Whether this move is worth trying in this state at all. */
  isThere: (state: State) => boolean;
  isAllowed: (state: State, scene: Scene) => boolean;
  run: (state: State, scene: Scene, actor: Actor) => Promise<unknown>;
};

const APPEAL = "Nothing in my post names anyone; please look again.";

/** Who decides about this author at all: not they, not their colleagues, not who looks after something else, not the silenced, no member. */
const deciders: Who[] = ["reporter", "frida", "fred", "admin"];

const isOpen = ({ open }: State, ...kinds: string[]) => open !== null && kinds.includes(open.kind);
const isDecidable = (state: State) => isOpen(state, "FLAG", "REPAIR");
const idOf = ({ open }: State) => open?.id ?? "";
const ruleOf = (who: Who) => (who === "member" ? "client-data" : "respect");

/** Of those who are alike two stand for the others in what changes little. */
const tryers = people.filter((who) => who !== "frida" && who !== "fred");

const flags: Move[] = (["reporter", "member", "silenced"] as const).map((who) => ({
  name: "flag",
  who,
  // The same report sent twice is one.
  isThere: (state) => !state.last && !state.open?.flags.some(({ rule }) => rule === ruleOf(who)),
  isAllowed: (state) => who !== "silenced" && fateOf(state) === "shown",
  run: (_, { postId }, actor) => flagThing(actor, { type: "POST", id: postId, rule: ruleOf(who), words: "" }),
}));

const claims: Move[] = tryers.map((who) => ({
  name: "claim",
  who,
  isThere: (state) => isDecidable(state) && state.open?.assigneeId === null,
  isAllowed: () => deciders.includes(who),
  run: (state, _, actor) => claimCase(actor, idOf(state), state.open?.version ?? 0),
}));

const hidings: Move[] = tryers.flatMap((who) => [
  {
    name: "hide meanwhile",
    who,
    isThere: (state) => isDecidable(state) && fateOf(state) === "shown",
    isAllowed: () => deciders.includes(who),
    run: (state, _, actor) => hideMeanwhile(actor, idOf(state), state.open?.version ?? 0),
  },
  {
    name: "show meanwhile",
    who,
    isThere: (state) => isOpen(state, "FLAG") && state.open?.hiddenAt != null,
    isAllowed: () => deciders.includes(who),
    run: (state, _, actor) => showMeanwhile(actor, idOf(state), state.open?.version ?? 0),
  },
]);

const repair: Move = {
  name: "repair",
  who: "author",
  isThere: (state) => fateOf(state) === "hidden" && !state.open?.repairedAt && state.cases.length < 2,
  isAllowed: (state) => isOver(state.account.silencedUntil) || state.account.silencedUntil === null,
  run: async ({ post }, { postId }, actor) => {
    await editPost(actor, postId, { version: post.version, body: `${post.body} Without names.`, language: "en" }, "en");
    const edited = { name: "post.edited", subjectId: postId };
    const { id } = await db.event.findFirstOrThrow({ where: edited, orderBy: { id: "desc" }, select: { id: true } });
    await fanOutJob({ eventId: id });
  },
};

const measures = [
  { content: "NONE", person: "NONE" },
  { content: "EDIT", person: "NONE", body: "Words of a moderator." },
  { content: "HIDE", person: "NONE" },
  { content: "REMOVE", person: "NONE" },
  { content: "NONE", person: "WARN" },
  { content: "NONE", person: "SILENCE", length: "24h" },
  { content: "HIDE", person: "SUSPEND", length: "7d" },
] as const;

/** Everyone tries one measure; each measure is tried by one who may. */
const decisions: Move[] = people.flatMap((who) =>
  measures
    .filter(({ content, person }) => who === "frida" || (content === "HIDE" && person === "NONE"))
    .map(
      (measure): Move => ({
        name: `decide ${measure.content} ${measure.person}`,
        who,
        isThere: isDecidable,
        isAllowed: () => deciders.includes(who),
        run: (state, _, actor) => decideCase(actor, idOf(state), decision({ ...measure, version: String(state.open?.version ?? 0) })),
      }),
    ),
);

const contested = ({ last }: State) => last !== null && !isDismissal(last);

const appeals: Move[] = (["author", "colleague", "frida", "member"] as const).map((who) => ({
  name: "appeal",
  who,
  isThere: ({ last }) => last !== null,
  isAllowed: (state) => who === "author" && contested(state) && !state.last?.appeal && !isOver(state.last?.appealableUntil ?? null),
  run: ({ last }, _, actor) => appealDecision(actor, last?.id ?? "", APPEAL + (last?.appeal ? " Again." : "")),
}));

const byMail: Move = {
  name: "appeal by mail",
  who: "author",
  isThere: (state) => contested(state) && state.last?.person === "SUSPEND",
  isAllowed: (state) => !state.last?.appeal && !isOver(state.last?.appealableUntil ?? null),
  run: async ({ last }, { email }) =>
    appealDecision({ token: await tokenMailedTo(email) }, last?.id ?? "", APPEAL + (last?.appeal ? " Again." : "")),
};

const late: Move = {
  name: "time passes",
  who: "admin",
  isThere: (state) => contested(state) && !state.last?.appeal && !isOver(state.last?.appealableUntil ?? null),
  isAllowed: () => true,
  run: ({ last }) => db.decision.update({ where: { id: last?.id ?? "" }, data: { appealableUntil: new Date(Date.now() - 1) } }),
};

const rulings: Move[] = people.flatMap((who) =>
  (["UPHELD", "OVERTURNED"] as const).map(
    (ruling): Move => ({
      name: `rule ${ruling}`,
      who,
      isThere: (state) => isOpen(state, "APPEAL"),
      isAllowed: (state, { cast }) => who !== "author" && deciders.includes(who) && state.last?.deciderId !== cast.ids[who],
      run: (state, _, actor) => ruleOnAppeal(actor, idOf(state), { version: state.open?.version ?? 0, ruling, toAuthor: "", note: "" }),
    }),
  ),
);

const liftings: Move[] = tryers.map((who) => ({
  name: "lift",
  who,
  isThere: ({ sanctions }) => sanctions.some(({ endedAt }) => !endedAt),
  isAllowed: () => deciders.includes(who),
  run: ({ sanctions }, _, actor) => liftSanction(actor, sanctions.find(({ endedAt }) => !endedAt)?.id ?? "", "It was enough."),
}));

export const moves: Move[] = [...flags, ...claims, ...hidings, repair, ...decisions, ...appeals, byMail, late, ...rulings, ...liftings];

/** Tries a move, and says whether it was taken. Who is suspended cannot try. */
export async function attempt({ name, who, run }: Move, state: State, scene: Scene): Promise<boolean> {
  const actor = await as(scene, who);
  if (!actor && name !== "appeal by mail") return false;
  try {
    await run(state, scene, actor as Actor);
    return true;
  } catch (refusal) {
    if (refusal instanceof Response && refusal.status < 500) return false;
    throw refusal;
  }
}

/** What is expected of it. */
export const expected = (move: Move, state: State, scene: Scene): boolean =>
  move.isAllowed(state, scene) && (move.name === "appeal by mail" || move.who !== "author" || !isSuspended(state));

const isSuspended = ({ account }: State) => account.suspendedUntil !== null && !isOver(account.suspendedUntil);
