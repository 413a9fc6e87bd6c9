import { db } from "~/platform/db.server";

import type { Scene } from "./cast";
import { fateOf, type State } from "./state";

/** What must never be, whoever did what before: in words, for each place where it is. */
export async function faultsOf(before: State, after: State, scene: Scene): Promise<string[]> {
  return [...(await conflictsOf(scene)), ...(await untoldOf(after)), ...untrueOf(after), ...fallenOf(before, after)];
}

/** Someone decided about their own thing, their own decision, or their own organization. */
async function conflictsOf({ postId }: Scene): Promise<string[]> {
  const rows = await db.$queryRaw<{ what: string }[]>`
    WITH about AS (
      SELECT c.id, c."ownerIds", c."organizationIds" || ARRAY(SELECT m."organizationId" FROM "Membership" m WHERE m."accountId" = ANY(c."ownerIds")) AS ours
      FROM "Case" c WHERE c."subjectId" = ${postId}::uuid
    ), acts AS (
      SELECT 'decision' AS what, d."deciderId" AS who, a.* FROM "Decision" d JOIN about a ON a.id = d."caseId"
      UNION ALL SELECT 'ruling', x."deciderId", a.* FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId" JOIN about a ON a.id = d."caseId"
      UNION ALL SELECT 'lifting', s."lifterId", a.* FROM "Sanction" s JOIN "Decision" d ON d.id = s."decisionId" JOIN about a ON a.id = d."caseId"
      UNION ALL SELECT 'claim', c."assigneeId", a.* FROM "Case" c JOIN about a ON a.id = c.id
    )
    SELECT what || ' about their own' AS what FROM acts WHERE who = ANY("ownerIds")
    UNION ALL SELECT what || ' about their own organization' FROM acts
      WHERE EXISTS (SELECT 1 FROM "Membership" m WHERE m."accountId" = who AND m."organizationId" = ANY(ours))
    UNION ALL SELECT 'ruling about their own decision' FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId" JOIN about a ON a.id = d."caseId"
      WHERE x."deciderId" = d."deciderId"`;
  return rows.map(({ what }) => what);
}

/** A closed case of which its author, or someone who had reported it, was not told in their language. */
async function untoldOf({ cases, appeals }: State): Promise<string[]> {
  const concerned = [...cases, ...appeals.map((one) => ({ ...one, flags: [] }))]
    .filter(({ closedAt }) => closedAt)
    .flatMap(({ id, kind, authorId, flags }) => [
      { id, kind, role: "AUTHOR", accountId: authorId },
      ...flags.map(({ reporterId }) => ({ id, kind, role: "REPORTER", accountId: reporterId })),
    ]);
  if (concerned.length === 0) return [];
  const told = await db.caseNotice.findMany({
    where: { caseId: { in: concerned.map(({ id }) => id) }, about: { in: ["DECIDED", "APPEAL_DECIDED"] } },
    include: { account: { select: { language: true } } },
  });
  return concerned
    .filter(({ id, role, accountId }) => {
      const own = told.filter((notice) => notice.caseId === id && notice.accountId === accountId && notice.role === role);
      return own.length === 0 || own.some(({ language, subject, account }) => language !== account.language || subject === "");
    })
    .map(({ kind, role }) => `a closed ${kind} of which the ${role} was not told`);
}

/** The post, or the measures against its author, are not as the decisions that stand say. */
function untrueOf(state: State): string[] {
  const standing = state.cases.flatMap(({ decision }) => (decision && decision.appeal?.ruling !== "OVERTURNED" ? [decision] : []));
  const byTime = <Each extends { decidedAt: Date }>(all: Each[]) => all.toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime());
  const last = byTime(standing).at(-1);
  // Nobody is worse off for having appealed: what a decision left in sight stays there when it is undone.
  const seen = byTime(
    state.cases.flatMap(({ decision }) =>
      decision && (standing.includes(decision) || decision.content === "NONE" || decision.content === "EDIT") ? [decision] : [],
    ),
  ).at(-1);
  const isHiddenMeanwhile = state.cases.some(({ closedAt, hiddenAt }) => !closedAt && hiddenAt);
  const wanted = seen?.content === "REMOVE" ? "barred" : seen?.content === "HIDE" || isHiddenMeanwhile ? "hidden" : "shown";
  const inForce = (kind: string) => state.sanctions.some((sanction) => sanction.kind === kind && !sanction.endedAt);
  const overturned = state.cases.filter(({ decision }) => decision?.appeal?.ruling === "OVERTURNED").map(({ decision }) => decision?.id);

  return [
    ...(fateOf(state) === wanted ? [] : [`the post is ${fateOf(state)} and should be ${wanted}`]),
    ...(inForce("SILENCE") === (state.account.silencedUntil !== null) ? [] : ["the account does not say who is silenced"]),
    ...(inForce("SUSPENSION") === (state.account.suspendedUntil !== null) ? [] : ["the account does not say who is suspended"]),
    ...(state.sanctions.some(({ decisionId, endedAt }) => overturned.includes(decisionId) && !endedAt)
      ? ["a measure outlives its decision"]
      : []),
    ...(last?.content === "EDIT" && state.post.body !== "Words of a moderator." ? ["the words are not those of the decision"] : []),
    ...(last === undefined && state.post.body !== "Like this." && !state.post.body.startsWith("Like this. Without")
      ? ["the words are not the author's"]
      : []),
  ];
}

/** Versions only rise, and with whatever happens to a case. */
function fallenOf(before: State, after: State): string[] {
  const all = ({ cases, appeals }: State) => [...cases, ...appeals];
  const fallen = all(before).filter((one) => (all(after).find(({ id }) => id === one.id)?.version ?? 0) < one.version);
  const unraised = all(before).filter((one) => {
    const now = all(after).find(({ id }) => id === one.id);
    const changed = ["closedAt", "assigneeId", "hiddenAt", "repairedAt", "outcome"] as const;
    return now?.version === one.version && changed.some((field) => String(now[field]) !== String(one[field]));
  });
  return [
    ...fallen.map(({ kind }) => `the version of a ${kind} fell`),
    ...unraised.map(({ kind }) => `a ${kind} changed and its version did not`),
    ...(after.post.version < before.post.version ? ["the version of the post fell"] : []),
  ];
}
