import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import { styleReferences } from "./bibliography.server";
import { type CslItem, keyFor, likenessOf } from "./csl";
import { limits } from "./limits";
import { citedWhere, keysGiven, latestTexts, loadList, rowOf, type Twin, twinsOf } from "./reference-list.server";
import { itemOf, type ReferenceForm } from "./reference-form";

/** Another reference seems to be the same: nothing was changed, until someone says that both are wanted. */
type Doubled = { outcome: "doubled"; twins: Twin[] };

/**
 * Takes a reference up into the list of a summary, under a key of its own. Where it seems to be there already, it asks first. Refuses
 * strangers (404), who may not write on it (403), and more than 5,000 (422).
 */
export async function addReference(
  actor: Actor,
  language: Language,
  slug: string,
  form: ReferenceForm,
  isWanted: boolean,
): Promise<{ outcome: "added"; key: string } | Doubled> {
  const item = itemOf(form);
  const styled = await styledFor(actor, item);

  return db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    const { id: contributionId } = contribution;
    const twins = isWanted ? [] : await twinsOf(tx, contributionId, item, language);
    if (twins.length > 0) return { outcome: "doubled", twins };
    if ((await tx.reference.count({ where: { contributionId, removedAt: null } })) >= limits.references)
      throw unprocessable("references.error.tooMany");

    const key = keyFor(item, await keysGiven(tx, contributionId));
    await tx.reference.create({ data: rowOf(contributionId, key, item, styled, actor.id), select: { id: true } });
    await record(tx, actor, "summary.reference_added", { type: "CONTRIBUTION", id: contributionId }, { key });
    return { outcome: "added", key };
  });
}

/**
 * Puts a corrected reference in the place of another; older revisions keep the one they had. What someone else has corrected or removed
 * meanwhile is left as it is. Refuses strangers (404), who may not write on it (403), and a new key while the old one is cited, or when it is
 * taken (422).
 */
export async function correctReference(
  actor: Actor,
  language: Language,
  slug: string,
  id: string,
  { key, ...form }: ReferenceForm & { key: string },
  isWanted: boolean,
): Promise<{ outcome: "corrected" } | { outcome: "movedOn" } | Doubled> {
  const before = await db.reference.findUnique({ where: { id }, select: { csl: true } });
  const item = itemOf(form, (before?.csl ?? null) as CslItem | null);
  const styled = await styledFor(actor, item);

  return db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    const stored = await storedIn(tx, contribution.id, id);
    if (stored.removedAt !== null) return { outcome: "movedOn" };
    if (key !== stored.key) await checkKey(tx, contribution.id, stored.key, key);
    if (key === stored.key && JSON.stringify(inOrder(item)) === JSON.stringify(inOrder(stored.csl))) return { outcome: "corrected" };

    const isAsked = !isWanted && (stored.likeness !== likenessOf(item) || stored.doi !== (item.DOI ?? null));
    const twins = isAsked ? await twinsOf(tx, contribution.id, item, language, id) : [];
    if (twins.length > 0) return { outcome: "doubled", twins };
    await tx.reference.update({ where: { id }, data: { removedAt: new Date() }, select: { id: true } });
    await tx.reference.create({ data: rowOf(contribution.id, key, item, styled, actor.id), select: { id: true } });
    await record(tx, actor, "summary.reference_corrected", { type: "CONTRIBUTION", id: contribution.id }, { key });
    return { outcome: "corrected" };
  });
}

/**
 * Takes a reference out of the list; older revisions keep it. Refuses strangers (404), who may not write on it (403), and what the latest
 * text of either language cites, or someone else has corrected or removed (409).
 */
export async function removeReference(actor: Actor, language: Language, slug: string, id: string) {
  await db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    const { key, removedAt } = await storedIn(tx, contribution.id, id);
    if (removedAt !== null) throw conflict("references.conflict.movedOn");
    const cited = citedWhere(await latestTexts(tx, contribution.id), key);
    // Which languages and parts: each a sentence of its own.
    const where = cited.flatMap((text) => text.places.map((place) => `references.conflict.cited.${text.language}.${place}`));
    if (where.length > 0) throw conflict(["references.conflict.cited.lead", ...where].join(" "));

    await tx.reference.update({ where: { id }, data: { removedAt: new Date() }, select: { id: true } });
    await record(tx, actor, "summary.reference_removed", { type: "CONTRIBUTION", id: contribution.id }, { key });
  });
}

/** The styles take a moment: they are asked before the summary is locked, but not for just anyone. */
async function styledFor(actor: Actor, item: CslItem) {
  authorize(allows(actor, "summary.write"));
  const [styled] = await styleReferences([item], ["apa"]);
  return styled;
}

/** What was corrected since has a row of its own under the same key, and this one is removed. */
async function storedIn(tx: Transaction, contributionId: string, id: string) {
  const stored = found(await tx.reference.findUnique({ where: { id, contributionId } }));
  return { ...stored, csl: stored.csl as unknown as CslItem };
}

async function checkKey(tx: Transaction, contributionId: string, before: string, key: string) {
  if (citedWhere(await latestTexts(tx, contributionId), before).length > 0) throw unprocessable("references.error.keyCited");
  if ((await tx.reference.count({ where: { contributionId, key, removedAt: null } })) > 0) throw unprocessable("references.error.keyTaken");
}

const inOrder = (item: CslItem) => Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1));
