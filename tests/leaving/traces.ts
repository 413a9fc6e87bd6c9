import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { claimPracticeReview, reviewPractice, revisePractice, submitPractice } from "#tests/support/practices";
import { saveDraft } from "~/features/publishing/draft.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { queueMail } from "~/platform/mail.server";
import { faceAt, guide, guideFields, openReview, organization, person } from "#tests/support/world";

import { forumTraces } from "./forum-traces";
import { moderationTraces } from "./moderation-traces";

/** Every word by which Zéphyrine could be found again. */
export const TRACES = [
  "Zéphyrine",
  "Zephyrine",
  "Quillfeather",
  "wren-lodge",
  "506 555 0188",
  "Vivaldi",
  "Haiku",
  "MarshNick",
  "heron key",
];

export const EMAIL = "Zephyrine@wren-lodge.example.org";

/** Someone who has left a trace in every table that can hold one, and the guides that they had a part in. */
export async function zephyrine() {
  const riverside = await organization();
  await person("Sam", { organizations: [riverside], steward: true });
  const actor = await person("Zéphyrine Quillfeather", { roles: ["PRACTITIONER", "EDITOR"], organizations: [riverside], steward: true });
  await db.account.update({ where: { id: actor.id }, data: { email: EMAIL } });

  const written = await guides(actor, riverside);
  const others = await tracesElsewhere(actor, riverside.id);
  const forums = await forumTraces(actor, others.other);
  await suggestions(actor, others.other, forums.answer, written.published.slug);
  await bibliography(actor, riverside.id);
  const cases = await moderationTraces(actor, others.other, forums.answer);
  return { ...written, actor, riverside, others, forums, cases };
}

/** A reference added to a summary, and a bibliography that waits to be taken over. */
async function bibliography(actor: Actor, organizationId: string) {
  const summary = { kind: "SUMMARY", organizationId, creatorId: actor.id, sourceLanguage: "en", licence: "CC-BY-4.0" } as const;
  const { id } = await db.contribution.create({ data: summary });
  const csl = { type: "article-journal", title: "Walking and company", DOI: "10.1000/walks" };
  const styled = { apa: { en: "", fr: "" }, vancouver: { en: "", fr: "" } };
  await db.reference.create({
    data: {
      contributionId: id,
      key: "doe2020",
      csl,
      doi: "10.1000/walks",
      likeness: "walking and company 2020",
      styled,
      styler: 1,
      adderId: actor.id,
    },
  });
  const entries = [{ item: csl, label: "From Zéphyrine’s desk" }];
  await db.referenceImport.create({
    data: { id: randomUUID(), contributionId: id, accountId: actor.id, format: "bibtex", text: "@misc{Quillfeather}", total: 1, entries },
  });
}

async function guides(actor: Actor, riverside: { id: string }) {
  const published = await guide({ by: actor, state: "PUBLISHED" });
  await revisePractice(actor, "en", published.slug, {
    base: 2,
    sequence: 0,
    fields: guideFields({ title: "Start a slower walking group" }),
  });
  const draft = { base: 3, sequence: 0, fields: guideFields({ body: "By Zéphyrine Quillfeather, 506 555 0188" }) };
  await saveDraft(practiceKind, actor, "en", published.slug, draft);

  const waiting = await guide({ by: actor, state: "IN_REVIEW", fields: { title: "Knit together" } });
  const pascal = await person("Pascal", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const taken = await guide({ by: pascal, state: "IN_REVIEW", fields: { title: "Sing together" } });
  await claimPracticeReview(actor, "en", taken.slug, { review: (await openReview(taken.slug)).id, claimant: "" });
  const judged = await guide({ by: pascal, state: "IN_REVIEW", fields: { title: "Cook together" } });
  const comment = "Say who pays for the groceries.";
  const input = { review: (await openReview(judged.slug)).id, decision: "CHANGES_REQUESTED", comment } as const;
  await reviewPractice(actor, "en", judged.slug, input);
  await revisePractice(pascal, "en", judged.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Cook together" }) });
  await submitPractice(pascal, "en", judged.slug);

  return { published, waiting, taken, judged };
}

/** Rows as the verbs of all features leave them behind. */
async function tracesElsewhere(actor: Actor, organizationId: string) {
  const accountId = actor.id;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const other = await person("Noor", { roles: ["ADMINISTRATOR"] });
  const hash = () => randomUUID();
  await db.session.create({ data: { id: hash(), accountId, device: "Vivaldi · Haiku", expiresAt } });
  await db.pendingSignIn.create({ data: { id: hash(), accountId, expiresAt } });
  await db.passwordReset.create({ data: { tokenHash: hash(), accountId, expiresAt } });
  await db.emailChange.create({
    data: { accountId, newEmail: "new@wren-lodge.example.org", oldTokenHash: hash(), newTokenHash: hash(), expiresAt },
  });
  await db.emailChange.create({ data: { accountId: other.id, newEmail: EMAIL, oldTokenHash: hash(), newTokenHash: hash(), expiresAt } });
  await db.registration.create({
    data: { tokenHash: hash(), email: EMAIL, name: actor.name, language: "en", passwordHash: "unusable", expiresAt },
  });
  await db.authenticator.create({ data: { accountId, sealedSecret: "sealed", confirmedAt: new Date() } });
  await db.recoveryCode.create({ data: { accountId, codeHash: hash() } });
  await db.passkey.create({
    data: { id: "heron key id", accountId, publicKey: Buffer.from("heron key"), counter: 1n, transports: [], name: "heron key" },
  });
  await db.passkeyChallenge.create({ data: { challenge: hash(), accountId, expiresAt } });
  await db.ssoIdentity.create({ data: { issuer: "https://wren-lodge.example.org", subject: "MarshNick", accountId } });
  await db.consent.create({ data: { accountId, document: "TERMS", version: "1", language: "en" } });
  await db.dataExport.create({ data: { accountId, archive: Buffer.from(`${actor.name} ${EMAIL}`), readyAt: new Date(), expiresAt } });
  await profile(actor);
  await roles(actor, other);
  await memberships(actor, other, organizationId);
  await db.$transaction(async (tx) => {
    await queueMail(tx, EMAIL.toUpperCase(), { language: "en", subject: "A mail", text: `For ${actor.name}`, html: "" });
    await record(tx, actor, "account.changed", { type: "ACCOUNT", id: accountId });
    await record(tx, other, "role.granted", { type: "ACCOUNT", id: accountId }, { role: "EDITOR" });
  });
  return { other };
}

/** Words of a post that were offered for a guide: theirs by someone else, and someone else's by them. */
async function suggestions(actor: Actor, other: Actor, postId: string, slug: string) {
  const { id: faceId } = await faceAt(slug);
  const mine = { faceId, postId, proposerId: other.id, authorId: actor.id };
  await db.suggestion.create({ data: { ...mine, body: "Ask who drives." } });
  await db.suggestion.create({ data: { ...mine, body: "Say how far it is.", state: "TAKEN", deciderId: other.id, decidedAt: new Date() } });
  await db.suggestion.create({
    data: { faceId, proposerId: actor.id, authorId: other.id, body: "Bring water, says @zephyrine-quillfeather.", state: "OPEN" },
  });
}

async function profile(actor: Actor) {
  const bytes = Buffer.from("a photo of Zéphyrine");
  const photo = await db.picture.create({ data: { bytes, type: "image/webp", width: 1, height: 1, uploaderId: actor.id } });
  await db.picture.create({ data: { bytes, type: "image/webp", width: 1, height: 1, uploaderId: actor.id } });
  await db.profile.create({
    data: {
      accountId: actor.id,
      slug: "zephyrine-quillfeather",
      sortName: "zephyrine quillfeather",
      about: "Call me at 506 555 0188, or MarshNick.",
      photoId: photo.id,
      topics: ["food"],
    },
  });
}

async function roles(actor: Actor, other: Actor) {
  const note = "Zéphyrine knows food prescribing.";
  await db.roleRequest.create({ data: { accountId: actor.id, role: "HOST", reason: note } });
  await db.roleDecision.create({ data: { accountId: actor.id, role: "EDITOR", verdict: "GRANTED", deciderId: other.id, note } });
  await db.roleDecision.create({
    data: { accountId: other.id, role: "HOST", verdict: "GRANTED", deciderId: actor.id, note: "Runs ours." },
  });
  await db.roleGrant.create({ data: { accountId: other.id, role: "HOST", granterId: actor.id, reason: "Runs ours." } });
  await db.roleGrant.updateMany({ where: { accountId: actor.id }, data: { granterId: other.id, reason: note } });
}

async function memberships(actor: Actor, other: Actor, organizationId: string) {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const place = { organizationId, language: "en", expiresAt } as const;
  await db.invitation.create({
    data: { ...place, email: EMAIL.toUpperCase(), name: actor.name, tokenHash: randomUUID(), inviterId: other.id, acceptedAt: new Date() },
  });
  const former = await db.invitation.create({
    data: { ...place, email: "before@wren-lodge.example.org", tokenHash: randomUUID(), acceptedAt: new Date() },
  });
  await db.$transaction((tx) =>
    record(tx, actor, "organization.joined", { type: "ORGANIZATION", id: organizationId }, { account: actor.id, invitation: former.id }),
  );
  await db.invitation.create({ data: { ...place, email: "other@example.org", tokenHash: randomUUID(), inviterId: actor.id } });
  const message = "I am Zéphyrine, and we met at the table.";
  await db.joinRequest.create({
    data: { organizationId, accountId: actor.id, message, answer: "DECLINED", deciderId: other.id, note: message },
  });
  await db.joinRequest.create({ data: { organizationId, accountId: other.id, message: "Hello", deciderId: actor.id, answer: "GRANTED" } });
  await db.organizationDomain.create({ data: { domain: "riverside.example.org", organizationId, adderId: actor.id } });
  await db.organization.update({ where: { id: organizationId }, data: { contactEmail: EMAIL } });

  const applied = await organization("Lakeside");
  await db.organization.update({ where: { id: applied.id }, data: { status: "APPLIED", joinedAt: null } });
  await db.organizationApplication.create({ data: { organizationId: applied.id, applicantId: actor.id, message, note: "Dear Zéphyrine" } });
  await db.organizationApplication.create({
    data: { organizationId, applicantId: other.id, deciderId: actor.id, message: "We are Riverside.", answer: "GRANTED" },
  });
}
