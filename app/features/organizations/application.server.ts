import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import { type Language, languages } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import { MOST_OPEN } from "./application-limits";
import type { Claim, NewApplication } from "./application-schema.server";
import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";
import { findSimilar } from "./similar.server";
import { claimOrganizationSlug, freeOrganizationSlugs } from "./slugs.server";

/**
 * Asks that a new organization become a member, and gives its address in this language. The id comes from the form, so that one that is
 * sent twice applies once. Refuses who may not (403), a missing name, a name like another's unless it is another (422), too many open at a
 * time (422), and too many in a day (429).
 */
export async function applyForOrganization(actor: Actor, language: Language, input: NewApplication): Promise<string> {
  authorize(may.apply(actor));
  if (!input.nameEn && !input.nameFr) throw unprocessable("applications.errors.nameRequired");
  if (input.province && (await unknownKeys("PROVINCE", [input.province])).length > 0)
    throw unprocessable("applications.errors.unknownChoice");
  if (!input.isAnother && (await findSimilar([input.nameEn, input.nameFr], language)).length > 0)
    throw unprocessable("applications.errors.similar");

  return onceOnly(actor, language, input.id, async (tx) => {
    const { id, slugs } = await begin(tx, language, input);
    await tx.organizationApplication.create({ data: { id: input.id, organizationId: id, applicantId: actor.id, message: input.message } });
    await record(tx, actor, "organization.applied", { type: "ORGANIZATION", id }, { application: input.id });
    return slugs[language];
  });
}

/**
 * Asks that a listed organization become a member, as one of its people. Refuses likewise, and with 409 one that is not listed or that
 * this person has claimed already.
 */
export async function claimOrganization(actor: Actor, language: Language, slug: string, { id, message }: Claim): Promise<string> {
  authorize(may.apply(actor));

  return onceOnly(actor, language, id, async (tx) => {
    const { organization, subject } = await loadOrganization(tx, actor, language, slug);
    inState(organization, "LISTED");
    if (subject.applicantIds.includes(actor.id)) throw conflict("applications.conflict.already");
    await tx.organizationApplication.create({ data: { id, organizationId: organization.id, applicantId: actor.id, message } });
    await record(tx, actor, "organization.claimed", { type: "ORGANIZATION", id: organization.id }, { application: id });
    return slug;
  });
}

/** Takes one's own application back. A new organization is put away with it; a listed one stays listed. Refuses without an open one (409). */
export async function withdrawApplication(actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadOrganization(tx, actor, language, slug);
    const application = organization.applications.find(({ applicantId }) => applicantId === actor.id);
    if (!application) throw conflict("applications.conflict.answered");

    await tx.organizationApplication.update({ where: { id: application.id }, data: { answer: "WITHDRAWN", decidedAt: new Date() } });
    await putAwayIfUnwanted(tx, organization.id);
    await record(tx, actor, "organization.withdrawn", { type: "ORGANIZATION", id: organization.id }, { application: application.id });
  });
}

/** Puts a new organization away that nobody applies for any more, and frees its addresses. Others stay as they are. */
export async function putAwayIfUnwanted(tx: Transaction, id: string) {
  const { count } = await tx.organization.updateMany({
    where: { id, status: "APPLIED", applications: { none: { answer: null } } },
    data: { status: "DECLINED", changedAt: new Date() },
  });
  if (count > 0) await freeOrganizationSlugs(tx, id);
}

/** Does it once per id of the form, and counts it against what one person may ask for. */
async function onceOnly(actor: Actor, language: Language, id: string, ask: (tx: Transaction) => Promise<string>): Promise<string> {
  const before = await findOwn(actor, language, id);
  if (before) return before;

  await limit("application by account", actor.id);
  try {
    return await db.$transaction(async (tx) => {
      await refuseTooMany(tx, actor);
      return ask(tx);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return found(await findOwn(actor, language, id));
  }
}

async function findOwn(actor: Actor, language: Language, id: string): Promise<string | null> {
  const application = await db.organizationApplication.findFirst({
    where: { id, applicantId: actor.id },
    select: { organization: { select: { faces: { where: { language }, select: { slug: true } } } } },
  });
  return application?.organization.faces[0]?.slug ?? null;
}

/** One after the other: two applications at once cannot both be the last one allowed. */
async function refuseTooMany(tx: Transaction, actor: Actor) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`applications of ${actor.id}`}, 0))`;
  const open = await tx.organizationApplication.count({ where: { applicantId: actor.id, answer: null } });
  if (open >= MOST_OPEN) throw unprocessable("applications.errors.tooManyOpen");
}

/** The organization as its applicant describes it. One name stands in both languages; the text in that of the page on which it was written. */
async function begin(tx: Transaction, written: Language, { nameEn, nameFr, kind, province, city, site, about }: NewApplication) {
  const { id } = await tx.organization.create({ data: { kind, province, city, status: "APPLIED" } });
  const slugs = { en: "", fr: "" };
  for (const language of languages) {
    const name = language === "en" ? nameEn || nameFr : nameFr || nameEn;
    slugs[language] = await claimOrganizationSlug(tx, id, language, name);
    await tx.organizationFace.create({
      data: { organizationId: id, language, name, slug: slugs[language], site, about: language === written ? about : "" },
    });
  }
  return { id, slugs };
}
