import "./database";

import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { recordConsents } from "~/features/accounts/consent.server";
import { draftPractice, reviewPractice, revisePractice, submitPractice } from "#tests/support/practices";
import { type Fields, noDetails } from "~/features/publishing/fields";
import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { formOf } from "./form-of";

/** A signed-in person with these roles, in these organizations. */
export async function person(
  name: string,
  {
    roles = [],
    organizations = [],
    steward = false,
    language = "en",
    isSilenced = false,
    isStranger = false,
  }: {
    roles?: Role[];
    organizations?: { id: string }[];
    steward?: boolean;
    language?: Language;
    isSilenced?: boolean;
    isStranger?: boolean;
  } = {},
): Promise<Actor> {
  const account = await db.account.create({
    data: {
      name,
      language,
      email: `${name
        .normalize("NFD")
        .replace(/[^a-z0-9]/gi, "")
        .toLowerCase()}@example.org`,
      passwordHash: "unusable",
      // Someone whose words are not held for being the first ones.
      ...(isStranger ? {} : { vouchedAt: new Date(Date.now() - 30 * 86_400_000) }),
      ...(isSilenced ? { silencedUntil: new Date(Date.now() + 86_400_000) } : {}),
      roles: { create: roles.map((role) => ({ role })) },
      memberships: { create: organizations.map(({ id }) => ({ organizationId: id, isSteward: steward })) },
    },
  });
  await db.$transaction((tx) => recordConsents(tx, account.id, language));
  return {
    id: account.id,
    name,
    language,
    roles,
    timeZone: account.timeZone,
    organizations: organizations.map(({ id }) => ({ id, isSteward: steward })),
    isSilenced,
    owesSecondFactor: false,
    owesConsent: false,
  };
}

/** A member organization. */
export function organization(name = "Riverside Health Centre") {
  const slug = name.toLowerCase().replace(/[^a-z]+/g, "-");
  return db.organization.create({
    data: {
      kind: "community-health-centre",
      status: "MEMBER",
      joinedAt: new Date(),
      faces: {
        create: [
          { language: "en", name, slug },
          { language: "fr", name: `${name} (fr)`, slug },
        ],
      },
      slugs: {
        create: [
          { language: "en", slug },
          { language: "fr", slug },
        ],
      },
    },
  });
}

/** The vocabulary that guides of the tests choose from. */
export const vocabulary = () =>
  db.term.createMany({
    data: [
      { kind: "TOPIC", key: "food", en: "Food prescribing", fr: "Prescription alimentaire", position: 0 },
      { kind: "TOPIC", key: "nature", en: "Nature prescribing", fr: "Prescription de nature", position: 1 },
      { kind: "PROVINCE", key: "on", en: "Ontario", fr: "Ontario", position: 0 },
    ],
    skipDuplicates: true,
  });

/** What a complete guide says; `changes` replaces fields. */
export const guideFields = (changes: Partial<Fields> = {}): Fields => ({
  ...noDetails,
  title: "Start a walking group",
  summary: "How to begin a weekly walking group with people who were referred to you.",
  body: `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\n1. Find a path.\n2. Invite people.\n`,
  sources: "A source of the example. <https://example.org/source>",
  topics: ["food"],
  ...changes,
});

/** The same as a form sends it, begun from revision 2 and no draft. */
export const guideForm = (changes: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  ...formOf(guideFields()),
  base: "2",
  sequence: "0",
  ...changes,
});

type GuideState = "DRAFT" | "IN_REVIEW" | "PUBLISHED";

/** A guide in the given state, made through the verbs. Its editor is not its author. */
export async function guide({
  by,
  state = "DRAFT",
  language = "en",
  fields = {},
}: {
  by: Actor;
  state?: GuideState;
  language?: Language;
  fields?: Partial<Fields>;
}) {
  await vocabulary();
  const written = guideFields(fields);
  const id = randomUUID();
  const slug = await draftPractice(by, language, { id, title: written.title, organization: by.organizations[0]?.id ?? "" });
  await revisePractice(by, language, slug, { base: 1, sequence: 0, fields: written });
  if (state !== "DRAFT") await submitPractice(by, language, slug);
  if (state === "PUBLISHED") {
    const editor = await person(`Editor ${id.slice(0, 8)}`, { roles: ["EDITOR"] });
    await reviewPractice(editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
  }
  return { id, slug, fields: written };
}

/** The review that a guide waits for. */
export const openReview = (slug: string) => db.review.findFirstOrThrow({ where: { decision: null, face: { slugs: { some: { slug } } } } });

/** The face at an address, with its revisions. */
export const faceAt = (slug: string, language: Language = "en") =>
  db.face.findFirstOrThrow({
    where: { language, slugs: { some: { slug } } },
    include: { contribution: true, revisions: { orderBy: { number: "asc" } } },
  });

/** The names of all events, oldest first. */
export const eventNames = async () => (await db.event.findMany({ orderBy: { id: "asc" }, select: { name: true } })).map(({ name }) => name);
