import { findActor } from "~/features/accounts/session.server";
import { newToken } from "~/features/accounts/token.server";
import { appealDecision } from "~/features/moderation/appeal.server";
import { openCase } from "~/features/moderation/case.server";
import { decideCase } from "~/features/moderation/decide.server";
import { decisionSchema } from "~/features/moderation/schema.server";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import { account, type Organizations } from "./people";

/** A decision about Riverside that can no longer be contested, with the token of its mail; and one about someone who does not come, which is. */
export type Judged = { decision: string; token: string; sanction: string; appealCase: string };

export async function judgedIn(organizations: Organizations): Promise<Judged> {
  const judge = found((await account("Judge", organizations, { roles: ["MODERATOR"] })).actor);
  const { id: sanctioned } = await account("Sanctioned", organizations);
  const decided = async (subjectType: "ORGANIZATION" | "ACCOUNT", subjectId: string, person: "WARN" | "SILENCE") => {
    const ours = subjectType === "ORGANIZATION";
    const concerned = { organizationIds: ours ? [subjectId] : [], ownerIds: ours ? [] : [subjectId], authorId: ours ? null : subjectId };
    const thing = { subjectType, subjectId, language: "en", categoryId: null, title: "Something", words: "Words.", ...concerned } as const;
    const { id } = await db.$transaction((tx) => openCase(tx, thing, { kind: "FLAG", priority: 1, rule: "respect" }));
    const form = decisionSchema.parse({ version: "1", rule: "respect", content: "NONE", person, length: "30d" });
    return (await decideCase(judge, id, form)).decisionId;
  };
  const decision = await decided("ORGANIZATION", organizations.riverside.id, "WARN");
  const { token, tokenHash } = newToken();
  await db.decision.update({ where: { id: decision }, data: { tokenHash, appealableUntil: new Date(Date.now() - 1) } });
  const other = await decided("ACCOUNT", sanctioned, "SILENCE");
  const appellant = found(await findActor(sanctioned));
  const { caseId: appealCase } = await appealDecision(appellant, other, "Nobody was named; please look again.");
  const { id: sanction } = await db.sanction.findFirstOrThrow({ where: { accountId: sanctioned } });

  return { decision, token, sanction, appealCase };
}
