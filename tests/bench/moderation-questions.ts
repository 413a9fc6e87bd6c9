import { db } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";
import { loader as casePage } from "~/routes/moderation/case";
import { loader as queuePage } from "~/routes/moderation/index";
import { visit } from "#tests/support/request";

import type { Question } from "./forum-questions";
import { comers } from "./moderation-world";

/** The pages of moderation, for everyone who comes to them. */
export async function moderationQuestions(): Promise<Question[]> {
  const questions: Question[] = [];
  const [deep] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Case" WHERE "closedAt" IS NULL AND kind = 'FLAG' AND language = 'fr' ORDER BY priority DESC, "openedAt", id OFFSET 10 LIMIT 1`;
  const category = await db.category.findFirstOrThrow({ orderBy: { position: "asc" }, select: { id: true } });
  for (const [who, viewer] of Object.entries(comers)) {
    const queue = (name: string, query: Record<string, string> = {}) =>
      questions.push({
        name: `${who}, queue${name && `, ${name}`}`,
        ask: async () => (await queuePage(visit(viewer, pathTo("en", "moderation", query)))).json(),
      });
    queue("");
    queue("mine", { state: "mine" });
    queue("unclaimed", { state: "unclaimed" });
    queue("closed", { state: "closed" });
    queue("one kind", { kind: "REPAIR" });
    queue("category and rule", { category: category.id, rule: "spam" });
    queue("what I may decide", { conflict: "none" });
    queue("what I may not decide", { conflict: "own", language: "fr" });
    const someone = await seenBy(who);
    questions.push({
      name: `${who}, case`,
      ask: async () => (await casePage(visit(viewer, pathTo("en", "moderationCase", { id: someone }), { id: someone }))).json(),
    });
    if (deep && who !== "scoped moderator") queue("a later page", { after: deep.id });
  }
  return questions;
}

/** A report that this one sees. */
async function seenBy(who: string): Promise<string> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Case" c JOIN "Membership" m ON m."accountId" = c."authorId" JOIN "ModeratorScope" s ON s.value = m."organizationId"::text
    WHERE c."closedAt" IS NULL AND c.kind = 'FLAG' AND c.language = 'fr' ORDER BY c.id LIMIT 1`;
  if (!row) throw new Error(`nothing to see for ${who}`);
  return row.id;
}
