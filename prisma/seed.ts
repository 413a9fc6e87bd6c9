import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { draftContribution, translateContribution } from "~/features/publishing/contribution.server";
import { claim, decide as decideReview, submit } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import { readContent } from "~/features/library/content.server";
import { applyForOrganization } from "~/features/organizations/application.server";
import type { NewApplication } from "~/features/organizations/application-schema.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { ContentContribution } from "~/features/publishing/content-kind.server";
import { type Fields, noDetails } from "~/features/publishing/fields";
import { licences } from "~/features/publishing/limits";
import { vocabulary } from "~/features/vocabularies/vocabulary.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

import { buildDemoAdoptions } from "./seed-adoption";
import { buildDemoForums } from "./seed-forums";
import { buildDemoLineage } from "./seed-lineage";
import { buildDemoModeration } from "./seed-moderation";
import { introducePeople } from "./seed-people";
import { goAlone } from "./seed-waiver";

const FOLDER = "content/demo";

/** Who began which example, and how far it has come. */
const stories: Record<string, { by: string; until: "published" | "waiting" | "returned" }> = {
  "tea-and-walk": { by: "practitioner", until: "published" },
  "garden-together": { by: "practitioner.b", until: "published" },
  "welcome-call": { by: "practitioner", until: "waiting" },
  "shared-meals": { by: "practitioner", until: "returned" },
};

const COMMENT = "Thank you for this. Please add who pays for the groceries, and what you do when someone cannot come up the stairs.";

/** What waits for the administrators. */
const application: Omit<NewApplication, "id"> = {
  nameEn: "Lakeview Seniors’ Centre (example)",
  nameFr: "Centre des aînés Lakeview (exemple)",
  kind: "community-organization",
  province: "on",
  city: "Kingston",
  site: null,
  about: "An example of a centre where older people meet, cook and learn together. It does not exist.",
  message: "I coordinate the volunteers of this example centre. We would like to share how we welcome people who come for the first time.",
  isAnother: "yes",
};

/**
 * Builds the small community of the demo world, through the verbs that people use, where nobody has written a guide yet.
 * Its texts say that they are examples.
 */
export async function buildDemoWorld() {
  if ((await db.contribution.count({ where: { creatorId: { not: null } } })) > 0) return;

  const organizations = await db.organization.findMany({ where: { contentKey: { not: null } }, select: { contentKey: true } });
  const content = await readContent(FOLDER, {
    organizations: organizations.flatMap(({ contentKey }) => contentKey ?? []),
    terms: await vocabulary(),
    licences,
  });
  if (content.faults.length > 0) throw new Error(content.faults.join("\n"));

  for (const practice of content.contributions.guides) {
    const story = stories[practice.key];
    if (story) await tell(practice, await actorOf(story.by), story.until);
  }
  await buildDemoLineage(actorOf);
  await buildDemoAdoptions(actorOf);
  await introducePeople(actorOf);
  await applyForOrganization(await actorOf("member"), "en", { ...application, id: newId() });
  const places = await buildDemoForums(actorOf);
  await buildDemoModeration(actorOf, places.questions ?? "");
  // What was done here in one go was no haste: whoever tries the demo world has the whole day's limits.
  await db.rateLimit.deleteMany();
}

async function tell(practice: ContentContribution, author: Actor, until: "published" | "waiting" | "returned") {
  const { sourceLanguage: language } = practice;
  const first = fieldsOf(practice, language);
  if (!first) return;
  const slug = await draftContribution(practiceKind, author, language, {
    id: randomUUID(),
    title: first.title,
    organization: author.organizations[0]?.id ?? "",
  });
  await revise(practiceKind, author, language, slug, { base: 1, sequence: 0, fields: first });
  const other = otherLanguage(language);
  const second = fieldsOf(practice, other);
  await goAlone(author, language, slug);
  await submit(practiceKind, author, language, slug);
  if (until === "waiting") return;

  const editor = await actorOf("editor");
  await decide(editor, language, slug, until === "published" ? "APPROVED" : "CHANGES_REQUESTED");

  if (until !== "published" || !second) return;
  const otherSlug = await translateContribution(practiceKind, author, language, slug);
  await revise(practiceKind, author, other, otherSlug, { base: 1, sequence: 0, fields: second });
  await submit(practiceKind, author, other, otherSlug);
  await decide(editor, other, otherSlug, "APPROVED");
}

async function decide(editor: Actor, language: Language, slug: string, decision: "APPROVED" | "CHANGES_REQUESTED") {
  const review = await db.review.findFirstOrThrow({ where: { decision: null, face: { language, slug } }, select: { id: true } });
  await claim(practiceKind, editor, language, slug, { review: review.id, claimant: "" });
  await decideReview(practiceKind, editor, language, slug, {
    review: review.id,
    decision,
    comment: decision === "APPROVED" ? "" : COMMENT,
  });
}

function fieldsOf({ faces, ...practice }: ContentContribution, language: Language): Fields | null {
  const face = faces[language];
  if (!face) return null;
  const { title, summary, body, sources } = face;
  const { topics, populations, settings, provinces, maturity, licence } = practice;
  return { ...noDetails, title, summary, body, sources, topics, populations, settings, provinces, maturity, licence };
}

async function actorOf(name: string): Promise<Actor> {
  const { id } = await db.account.findUniqueOrThrow({ where: { email: `${name}@example.org` }, select: { id: true } });
  const actor = await findActor(id);
  if (!actor) throw new Error(`${name} of the demo world may not act`);
  return actor;
}
