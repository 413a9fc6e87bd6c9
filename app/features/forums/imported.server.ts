import { record } from "~/features/activity/record.server";
import type { Circle } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import type { ContentCategory } from "~/platform/content-categories.server";

import { inTurn } from "./category.server";
import { knownColour, knownIcon } from "./category-look";
import { nameCategory } from "./category-slugs.server";

/**
 * Takes over the categories with which the forums begin, behind those that are there. One that was imported before is left as it is, whatever
 * its file says now: it belongs to the administrators.
 */
export async function importCategories(
  tx: Transaction,
  categories: ContentCategory[],
): Promise<{ added: number; changed: number; same: number }> {
  if (categories.length === 0) return { added: 0, changed: 0, same: 0 };
  await inTurn(tx);
  const known = await tx.category.findMany({ where: { contentKey: { not: null } }, select: { contentKey: true } });
  const keys = new Set(known.map(({ contentKey }) => contentKey));
  const missing = categories.filter(({ key }) => !keys.has(key));
  const last = await tx.category.aggregate({ where: { organizationId: null }, _max: { position: true } });
  const first = (last._max.position ?? -1) + 1;

  for (const [index, { key, colour, icon, seenBy, startedBy, repliedBy, en, fr }] of missing.entries()) {
    const look = { colour: knownColour(colour), icon: knownIcon(icon) };
    const access = { seenBy: circleOf(seenBy), startedBy: circleOf(startedBy), repliedBy: circleOf(repliedBy) };
    const { id } = await tx.category.create({
      data: { contentKey: key, position: first + index, ...look, ...access },
      select: { id: true },
    });
    await nameCategory(tx, { id, organizationId: null }, { en, fr });
    await record(tx, null, "category.opened", { type: "CATEGORY", id }, { seenBy: access.seenBy });
  }
  return { added: missing.length, changed: 0, same: categories.length - missing.length };
}

const circleOf = (word: ContentCategory["seenBy"]): Circle => word.toUpperCase() as Circle;
