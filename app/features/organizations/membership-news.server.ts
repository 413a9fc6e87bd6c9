import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

import { joinAnsweredMail, joinAskedMail, removedMail } from "./membership-mails.server";

/** Tells the stewards of an organization that someone asks to join, each in their own language. Nothing is told of what was answered meanwhile. */
export async function mailJoinRequest(id: string) {
  await db.$transaction(async (tx) => {
    const request = await tx.joinRequest.findUnique({ where: { id }, include: { account: { select: { name: true } } } });
    if (!request || request.answer !== null) return;

    const faces = await facesOf(tx, request.organizationId);
    const stewards = await tx.membership.findMany({
      where: { organizationId: request.organizationId, isSteward: true, account: { deactivatedAt: null } },
      select: { account: { select: { email: true, language: true } } },
      take: 100,
    });
    for (const { account } of stewards) {
      const { name, slug } = faces[account.language];
      const path = pathTo(account.language, "joinRequestReview", { slug, id });
      const told = { organization: name, asker: request.account.name, message: request.message, path };
      await queueMail(tx, account.email, joinAskedMail(account.language, told));
    }
  });
}

/** Tells who asked to join what came of it. A request that was granted by another way in, or withdrawn, tells nothing. */
export async function mailJoinAnswer(id: string) {
  await db.$transaction(async (tx) => {
    const request = await tx.joinRequest.findUnique({
      where: { id },
      include: { account: { select: { email: true, language: true, deactivatedAt: true } } },
    });
    if (!request?.deciderId || !request.answer || request.account.deactivatedAt) return;

    const { account, note } = request;
    const isGranted = request.answer === "GRANTED";
    const { name, slug } = (await facesOf(tx, request.organizationId))[account.language];
    const path = isGranted ? pathTo(account.language, "organizationPeople", { slug }) : pathTo(account.language, "myOrganizations");
    await queueMail(tx, account.email, joinAnsweredMail(account.language, { organization: name, isGranted, note, path }));
  });
}

/** Tells someone that they do not belong to an organization any more. */
export async function mailRemoval(organizationId: string, accountId: string) {
  await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId, deactivatedAt: null }, select: { email: true, language: true } });
    if (!account) return;

    const { name } = (await facesOf(tx, organizationId))[account.language];
    await queueMail(tx, account.email, removedMail(account.language, name));
  });
}

async function facesOf(tx: Transaction, organizationId: string): Promise<Record<Language, { name: string; slug: string }>> {
  const faces = await tx.organizationFace.findMany({ where: { organizationId }, select: { language: true, name: true, slug: true } });
  const faceIn = (language: Language) => faces.find((face) => face.language === language) ?? faces[0] ?? { name: "", slug: "" };

  return { en: faceIn("en"), fr: faceIn("fr") };
}
