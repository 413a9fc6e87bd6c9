import type { Actor } from "~/features/accounts/actor";
import { changeAdoption } from "~/features/adoption/changing.server";
import { declareAdoption } from "~/features/adoption/declaring.server";
import type { Change, Declaration } from "~/features/adoption/schema.server";
import { dayOf } from "~/features/adoption/stages";
import { today } from "~/features/adoption/today";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { forgetVocabulary } from "~/features/vocabularies/vocabulary.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

import { currentVersion } from "./editions";
import { guide, organization, person } from "./world";

/** So many days ago, as a form sends it. */
export const daysAgo = (days: number) => dayOf(new Date(Date.parse(today()) - days * 86_400_000));

const details = {
  ...{ reason: "", note: "", settings: [], populations: [], languages: [], peopleReached: null, staff: null },
  ...{ naming: "named" as const, contact: "nobody" as const },
};

/** The words for where and for whom that these tests choose from. */
async function places() {
  await db.term.createMany({
    data: [
      { kind: "PROVINCE", key: "on", en: "Ontario", fr: "Ontario", position: 0 },
      { kind: "PROVINCE", key: "nb", en: "New Brunswick", fr: "Nouveau-Brunswick", position: 1 },
      { kind: "SETTING", key: "rural", en: "Rural community", fr: "Collectivité rurale", position: 0 },
      { kind: "SETTING", key: "hospital", en: "Hospital", fr: "Hôpital", position: 1 },
      { kind: "POPULATION", key: "older-adults", en: "Older adults", fr: "Personnes aînées", position: 0 },
    ],
    skipDuplicates: true,
  });
  forgetVocabulary();
}

/** Someone who writes for an organization of their own. */
export const practitioner = async (name: string, home: string) =>
  person(name, { roles: ["PRACTITIONER"], organizations: [await organization(home)] });

/** A guide that is published, by an organization of its own. */
export async function publishedGuide(fields = {}) {
  await places();
  const by = await practitioner("Amira Author", "Riverside");
  return { by, ...(await guide({ by, state: "PUBLISHED", fields })) };
}

/** What a declaration holds; `changes` replaces fields. */
export const declaration = async (actor: Actor, slug: string, changes: Partial<Declaration> = {}): Promise<Declaration> => ({
  ...details,
  id: newId(),
  organization: actor.organizations[0]?.id ?? newId(),
  province: "on",
  region: "",
  version: (await currentVersion(slug)).id,
  stage: "RUNNING",
  on: daysAgo(100),
  ...changes,
});

/** Declares that someone's organization does what a guide says. Gives the id of the adoption. */
export const declare = async (actor: Actor, slug: string, changes: Partial<Declaration> = {}) =>
  declareAdoption(practiceKind, actor, "en", slug, await declaration(actor, slug, changes));

/** What was said last of an adoption. */
export const lastSaid = (adoptionId: string) =>
  db.adoptionEvent.findFirstOrThrow({ where: { adoptionId }, orderBy: [{ on: "desc" }, { id: "desc" }] });

/** Says what is different now. */
export async function say(actor: Actor, id: string, changes: Partial<Change> = {}) {
  const { id: base, versionId } = await lastSaid(id);
  return changeAdoption(practiceKind, actor, id, { ...details, base, version: versionId, stage: "RUNNING", on: daysAgo(0), ...changes });
}
