import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Circle } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { type AtWork, loadForWork, sealOf } from "./category-at-work.server";
import { categoryLimits } from "./category-rules";
import type { CategoryInput, SpaceInput } from "./category-schema.server";
import { nameCategory } from "./category-slugs.server";
import { may } from "./policy";

/** Someone else has changed it since the form was drawn. */
export const STALE = "threads.categories.errors.stale";
const LOCK = 5_021_127;

type Access = { seenBy: Circle; startedBy: Circle; repliedBy: Circle };

const withinOrganization: Access = { seenBy: "ORGANIZATION", startedBy: "ORGANIZATION", repliedBy: "ORGANIZATION" };

/** Opens a category of the portal, after all others. Refuses who may not (403), and more than 50 (422). */
export async function openCategory(actor: Actor, input: CategoryInput): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    authorize(may.runCategories(actor));
    return open(tx, actor, null, input, input);
  });
}

/** Opens a space of an organization, which its people alone see. Refuses who is no steward there (403), and more than 20 (422). */
export async function openSpace(actor: Actor, organizationId: string, input: SpaceInput): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    authorize(may.runSpaces(actor, organizationId));
    return open(tx, actor, organizationId, input, withinOrganization);
  });
}

/**
 * Changes a category of the portal; who no longer sees it loses sight of it at once. Who sees the discussions of guides is not for it to say.
 * Refuses who may not (403), what there is not (404), and what someone else changed meanwhile (422).
 */
export async function changeCategory(actor: Actor, id: string, input: CategoryInput) {
  await db.$transaction(async (tx) => {
    authorize(may.runCategories(actor));
    const category = await loadForWork(tx, id, null);
    await change(tx, actor, category, input, category.kind === "FORUM" ? input : category);
  });
}

/** Changes a space of an organization. Refuses likewise who is no steward there. */
export async function changeSpace(actor: Actor, organizationId: string, id: string, input: SpaceInput) {
  await db.$transaction(async (tx) => {
    authorize(may.runSpaces(actor, organizationId));
    await change(tx, actor, await loadForWork(tx, id, organizationId), input, withinOrganization);
  });
}

/** Puts a category or space to rest: it is read, and nobody writes there. Refuses who may not (403), what there is not (404), and one that rests (409). */
export const archiveCategory = (actor: Actor, id: string, organizationId: string | null = null) => rest(actor, id, organizationId, true);

/** Opens it again. Refuses likewise, and one that is open (409). */
export const reopenCategory = (actor: Actor, id: string, organizationId: string | null = null) => rest(actor, id, organizationId, false);

/** Moves a category of the portal one place up or down among the open ones. At the end of the list nothing happens. Refuses who may not (403). */
export async function orderCategory(actor: Actor, { id, direction }: { id: string; direction: "up" | "down" }) {
  await db.$transaction(async (tx) => {
    authorize(may.runCategories(actor));
    await inTurn(tx);
    const all = await tx.category.findMany({
      where: { organizationId: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, position: true, archivedAt: true },
    });
    const open = all.filter(({ archivedAt }) => archivedAt === null);
    const from = open.findIndex((one) => one.id === id);
    found(open[from]);
    const into = from + (direction === "up" ? -1 : 1);
    if (into < 0 || into >= open.length) return;

    const ordered = open.map((one) => one.id);
    ordered.splice(into, 0, ...ordered.splice(from, 1));
    const rested = all.filter(({ archivedAt }) => archivedAt !== null).map((one) => one.id);
    for (const [position, categoryId] of [...ordered, ...rested].entries())
      await tx.category.update({ where: { id: categoryId }, data: { position }, select: { id: true } });
    await record(tx, actor, "category.ordered", { type: "CATEGORY", id }, { position: into });
  });
}

/** Takes the spaces of an organization over to another, as a part of their merger: the people of both are one from then on. */
export async function handOverSpaces(tx: Transaction, from: string, into: string) {
  await tx.category.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
  await announce(tx, { what: "sight" });
}

/** One who opens or orders categories comes after the other, so that limit and order hold. */
export async function inTurn(tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${LOCK})`;
}

async function open(
  tx: Transaction,
  actor: Actor,
  organizationId: string | null,
  input: SpaceInput,
  access: Access,
): Promise<{ id: string }> {
  await inTurn(tx);
  const most = organizationId ? categoryLimits.spaces : categoryLimits.categories;
  const { _count: has, _max: last } = await tx.category.aggregate({
    where: { organizationId },
    _count: true,
    _max: { position: true },
  });
  if (has >= most) throw unprocessable(organizationId ? "threads.spaces.tooMany" : "threads.categories.errors.tooMany");

  const { colour, icon } = input;
  const { seenBy, startedBy, repliedBy } = access;
  const position = (last.position ?? -1) + 1;
  const category = await tx.category.create({
    data: { organizationId, colour, icon, seenBy, startedBy, repliedBy, position },
    select: { id: true },
  });
  await nameCategory(tx, { id: category.id, organizationId }, namesIn(input));
  await record(tx, actor, "category.opened", { type: "CATEGORY", id: category.id }, { organization: organizationId, seenBy });
  return category;
}

async function change(tx: Transaction, actor: Actor, category: AtWork, input: SpaceInput, access: Access) {
  if (input.seal !== sealOf(category)) throw unprocessable(STALE);
  const { id } = category;
  const { colour, icon } = input;
  const { seenBy, startedBy, repliedBy } = access;
  await tx.category.update({ where: { id }, data: { colour, icon, seenBy, startedBy, repliedBy }, select: { id: true } });
  await nameCategory(tx, category, namesIn(input));
  if (seenBy !== category.seenBy) await announce(tx, { what: "sight" });
  await record(tx, actor, "category.changed", { type: "CATEGORY", id }, { seenBy });
}

async function rest(actor: Actor, id: string, organizationId: string | null, isArchived: boolean) {
  await db.$transaction(async (tx) => {
    authorize(organizationId ? may.runSpaces(actor, organizationId) : may.runCategories(actor));
    const category = await loadForWork(tx, id, organizationId);
    if ((category.archivedAt !== null) === isArchived)
      throw conflict(isArchived ? "threads.categories.conflict.archived" : "threads.categories.conflict.reopened");

    await tx.category.update({ where: { id }, data: { archivedAt: isArchived ? new Date() : null }, select: { id: true } });
    await record(tx, actor, isArchived ? "category.archived" : "category.reopened", { type: "CATEGORY", id });
  });
}

const namesIn = ({ nameEn, nameFr, descriptionEn, descriptionFr }: SpaceInput) => ({
  en: { name: nameEn, description: descriptionEn },
  fr: { name: nameFr, description: descriptionFr },
});
