import { record } from "~/features/activity/record.server";
import { packArchive } from "~/platform/archive.server";
import { db } from "~/platform/db.server";
import { env, origin } from "~/platform/env.server";
import { found, gone, notFound, tooMany } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";
import { enqueue } from "~/platform/queue.server";
import { translator } from "~/i18n/translate";

import type { Actor } from "./actor";
import type { PartOf } from "./archive.server";
import { exportMadeMail } from "./closing-mails.server";

const DAY_MS = 86_400_000;
const MOST_A_DAY = 5;
const KEPT_MS = 7 * DAY_MS;
const TIMEOUT_MS = 60_000;

/**
 * Asks for an archive of all that the portal holds about oneself; a job makes it. While one is being made it is not asked for again.
 * Refuses more than five a day (429).
 */
export async function askForExport(actor: Actor) {
  await db.$transaction(async (tx) => {
    // Of two that are asked for at once, the second one finds the first.
    await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`;
    const asked = await tx.dataExport.findMany({
      where: { accountId: actor.id, askedAt: { gt: new Date(Date.now() - DAY_MS) } },
      orderBy: { askedAt: "asc" },
      select: { askedAt: true, readyAt: true },
    });
    if (asked.some(({ readyAt }) => readyAt === null)) return;
    const most = Math.max(1, Math.floor(MOST_A_DAY * env.RATE_LIMIT_SCALE));
    const oldest = asked.at(-most);
    if (oldest) throw tooMany((oldest.askedAt.getTime() + DAY_MS - Date.now()) / 1000);

    const { id } = await tx.dataExport.create({ data: { accountId: actor.id }, select: { id: true } });
    await record(tx, actor, "account.export_asked", { type: "ACCOUNT", id: actor.id });
    await enqueue(tx, "make-export", { exportId: id });
  });
}

/** Makes an archive that was asked for, and tells its owner. One that is made already, or whose owner is gone, is left alone. */
export async function makeExport(id: string, partsOf: readonly PartOf[]) {
  const select = { id: true, email: true, name: true, language: true, timeZone: true } as const;
  const asked = await db.dataExport.findUnique({ where: { id, readyAt: null }, select: { account: { select } } });
  if (!asked) return;

  const owner = asked.account;
  const madeAt = new Date();
  const parts = [];
  for (const partOf of partsOf) parts.push(await partOf(owner));
  const head = { portal: translator(owner.language)("site.name"), address: origin, madeAt: madeAt.toISOString() };
  const archive = await packArchive({ ...owner, madeAt }, head, parts);

  const readyAt = new Date();
  const expiresAt = new Date(readyAt.getTime() + KEPT_MS);
  await db.$transaction(
    async (tx) => {
      const { count } = await tx.dataExport.updateMany({ where: { id, readyAt: null }, data: { archive, readyAt, expiresAt } });
      if (count === 0) return;
      await record(tx, null, "account.export_made", { type: "ACCOUNT", id: owner.id });
      await queueMail(tx, owner.email, exportMadeMail(owner.language, expiresAt, owner.timeZone));
    },
    { timeout: TIMEOUT_MS },
  );
}

type OwnExport = { id: string; askedAt: Date; expiresAt: Date | null; bytes: number | null };

/** One's own archives that are there or being made, newest first. */
export const listOwnExports = (actor: Actor): Promise<OwnExport[]> => db.$queryRaw<OwnExport[]>`
  SELECT id, "askedAt", "expiresAt", octet_length(archive) AS bytes FROM "DataExport"
  WHERE "accountId" = ${actor.id}::uuid AND ("expiresAt" > ${new Date()} OR ("expiresAt" IS NULL AND "askedAt" > ${new Date(Date.now() - DAY_MS)}))
  ORDER BY "askedAt" DESC LIMIT 50`;

/** One's own archive. That of others, and one that is not made yet, does not exist (404); after seven days it is gone (410). */
export async function getOwnExport(actor: Actor, id: string) {
  const { archive, readyAt, expiresAt } = found(await db.dataExport.findUnique({ where: { id, accountId: actor.id } }));
  if (!archive || !readyAt || !expiresAt) throw notFound();
  if (expiresAt <= new Date()) throw gone("leaving.conflict.exportOver");

  return { archive, madeOn: readyAt };
}

/** Forgets the archives whose week is over, and those that could not be made. */
export async function forgetOldExports() {
  const now = Date.now();
  await db.dataExport.deleteMany({
    where: { OR: [{ expiresAt: { lte: new Date(now) } }, { readyAt: null, askedAt: { lte: new Date(now - 2 * DAY_MS) } }] },
  });
}
