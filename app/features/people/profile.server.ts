import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";
import { firstFreeSlug } from "~/platform/free-slug.server";
import { slugOf } from "~/platform/slug";
import { plainWords } from "~/platform/plain-words";

import { may } from "./policy";
import type { ProfileFields } from "./schema.server";

/** Changes what one tells of oneself, and to whom. Refuses the silenced (403), and topics or a province that there are not (422). */
export async function changeProfile(actor: Actor, { province, ...fields }: ProfileFields) {
  authorize(may.change(actor));
  if ((await unknownKeys("TOPIC", fields.topics)).length > 0) throw unprocessable("people.errors.topics");
  if (province && (await unknownKeys("PROVINCE", [province])).length > 0) throw unprocessable("people.errors.province");

  await db.$transaction(async (tx) => {
    await ensureProfile(tx, actor.id);
    const sets = { languages: [...new Set(fields.languages)], topics: [...new Set(fields.topics)] };
    await tx.profile.update({
      where: { accountId: actor.id },
      data: { ...fields, ...sets, province: province || null, changedAt: new Date() },
    });
    await record(tx, actor, "profile.changed", { type: "ACCOUNT", id: actor.id });
  });
}

/** Sees to it that an account has a profile, under its present name, and that it is out of the directory while the account is at rest. */
export async function ensureProfile(tx: Transaction, accountId: string) {
  // Of two that look at once the second waits, and then sees what the first has done.
  const [account] = await tx.$queryRaw<{ name: string; isAtRest: boolean }[]>`
    SELECT name, "deactivatedAt" IS NOT NULL AS "isAtRest" FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`;
  if (!account) return;
  const sortName = account.isAtRest ? "" : plainWords(account.name).join(" ");
  const profile = await tx.profile.findUnique({ where: { accountId }, select: { slug: true, sortName: true } });

  if (!profile)
    await tx.profile.create({ data: { accountId, sortName, slug: await freeSlug(tx, account.name), languages: [], topics: [] } });
  else if (profile.sortName !== sortName) {
    // Whoever has taken another name need not be found under the old one.
    const slug = isSlugOf(profile.slug, account.name) ? profile.slug : await freeSlug(tx, account.name);
    await tx.profile.update({ where: { accountId }, data: { sortName, slug } });
  }
}

/** The same in a transaction of its own, for whoever hears of a change to an account. */
export const keepProfile = (accountId: string) => db.$transaction((tx) => ensureProfile(tx, accountId));

const baseOf = (name: string) => slugOf(name) || "person";

const isSlugOf = (slug: string, name: string) =>
  slug === baseOf(name) || (slug.startsWith(`${baseOf(name)}-`) && /^-\d+$/.test(slug.slice(baseOf(name).length)));

/** An address that nobody has. Who asks for one waits for whoever asked before, so that two never get the same. */
async function freeSlug(tx: Transaction, name: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('the address of a profile'))`;
  return firstFreeSlug(baseOf(name), async (slug) => (await tx.profile.count({ where: { slug } })) === 0);
}
