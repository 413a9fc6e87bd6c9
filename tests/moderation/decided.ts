import type { Actor } from "~/features/accounts/actor";
import { decideCase } from "~/features/moderation/decide.server";
import { openCase } from "~/features/moderation/case.server";
import { flagThing } from "~/features/moderation/flag.server";
import { keepers } from "~/features/moderation/keepers.server";
import { PRIORITY } from "~/features/moderation/rules";
import { decisionSchema } from "~/features/moderation/schema.server";
import type { Flaggable } from "~/features/moderation/subject.server";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

type Fields = Record<string, string>;

/** What the form of a decision sends, complete but for what is given. */
export const decision = (fields: Fields) =>
  decisionSchema.parse({ version: "1", rule: "respect", content: "NONE", person: "NONE", ...fields });

/** A case about a thing, reported by someone or by nobody, decided by a moderator. */
export async function decided(
  type: Flaggable,
  id: string,
  { by, reporter, ...fields }: { by: Actor; reporter?: Actor } & Record<string, unknown>,
): Promise<{ caseId: string; decisionId: string }> {
  const caseId = reporter ? (await flagThing(reporter, { type, id, rule: "respect", words: "" })).caseId : await opened(type, id);
  const { version } = await db.case.findUniqueOrThrow({ where: { id: caseId } });
  const { decisionId } = await decideCase(by, caseId, decision({ ...(fields as Fields), version: String(version) }));
  return { caseId, decisionId };
}

const opened = (type: Flaggable, id: string) =>
  db.$transaction(async (tx) => {
    const { version, isHidden, isGone, ...thing } = found(await keepers[type].load(tx, id));
    return (await openCase(tx, thing, { kind: "FLAG", priority: PRIORITY.flag, rule: "respect" })).id;
  });

/** The token in the mail to someone whose case was decided. */
export async function tokenMailedTo(email: string): Promise<string> {
  const [job] = await db.$queryRaw<{ text: string }[]>`
    SELECT payload->>'text' AS text FROM graphile_worker._private_jobs WHERE payload->>'to' = ${email} AND payload->>'text' ~ '/(appeals|appels)/' ORDER BY id DESC LIMIT 1`;
  return /\/(?:appeals|appels)\/([\w-]+)/.exec(found(job).text)?.[1] ?? "";
}
