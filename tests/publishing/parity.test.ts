import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { declareUnchanged, getParity } from "~/features/publishing/parity-page.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { change, publish } from "#tests/support/editions";
import { revisePractice, translatePractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, faceAt, guide, guideFields, organization, person } from "#tests/support/world";

const BODY = `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\nFind a path.\n\n## Equity {#equity}\n\nAsk who cannot come.\n`;
const FRENCH = `## But {#purpose}\n\n${"Une marche par semaine garde les gens en contact. ".repeat(20)}\n\n## Étapes {#steps}\n\nTrouver un sentier.\n\n## Équité {#equity}\n\nDemander qui ne peut venir.\n`;

/** A guide that is published in both languages, and says the same in both. */
async function inBoth() {
  const by = await person("Amira Author", { roles: ["PRACTITIONER"], organizations: [await organization()], steward: true });
  const { slug, id } = await guide({ by, state: "PUBLISHED", fields: { body: BODY } });
  const french = await translatePractice(by, "en", slug);
  expect(await behind(by, "fr", french)).toMatchObject({ purpose: "MISSING", steps: "MISSING", equity: "MISSING" });
  await revisePractice(by, "fr", french, {
    base: 1,
    sequence: 0,
    fields: guideFields({
      title: "Lancer un groupe de marche",
      summary: "Comment lancer un groupe de marche hebdomadaire.",
      sources: "Une source.",
      body: FRENCH,
    }),
  });
  await publish(by, french, "fr");
  return { by, slug, french: (await db.face.findFirstOrThrow({ where: { contributionId: id, language: "fr" } })).slug, id };
}

async function behind(actor: Actor, language: Language, slug: string) {
  const { parts } = await getParity(practiceKind, actor, language, slug);
  return Object.fromEntries(parts.map(({ key, is }) => [key, is]));
}

const told = async (language: Language, slug: string) => {
  const page = await getPractice(null, language, slug);
  return page.outcome === "page" ? Object.fromEntries(page.guide.lags.map(({ section, lag }) => [section, lag])) : page.outcome;
};

test("a translation that is written is in step; an edit leaves exactly that section behind, with the difference, until it follows", async () => {
  const { by, slug, french } = await inBoth();
  expect([await behind(by, "en", slug), await behind(by, "fr", french)]).toEqual([{}, {}]);

  await change(by, slug, { body: BODY.replace("Find a path.", "Find a wide path.") });
  expect(await behind(by, "fr", french)).toEqual({ steps: "CHANGED" });
  expect(await behind(by, "en", slug)).toEqual({});
  const { parts } = await getParity(practiceKind, by, "fr", french);
  expect(parts[0]?.changes).toContainEqual({ text: "wide ", change: "added" });
  expect(await told("fr", french)).toEqual({});

  await publish(by, slug);
  expect(await told("fr", french)).toEqual({ steps: "CHANGED" });
  expect(await told("en", slug)).toEqual({});

  await change(by, french, { body: FRENCH.replace("un sentier", "un large sentier") }, "fr");
  expect([await behind(by, "en", slug), await behind(by, "fr", french)]).toEqual([{}, {}]);
  expect(await told("fr", french)).toEqual({ steps: "CHANGED" });
  await publish(by, french, "fr");
  expect([await told("en", slug), await told("fr", french)]).toEqual([{}, {}]);
});

test("either language may go first", async () => {
  const { by, slug, french } = await inBoth();
  await change(by, french, { body: FRENCH.replace("un sentier", "deux sentiers") }, "fr");
  expect(await behind(by, "en", slug)).toEqual({ steps: "CHANGED" });
  await publish(by, french, "fr");
  expect(await told("en", slug)).toEqual({ steps: "CHANGED" });
});

test("what is put in, taken out, moved and called otherwise is told apart", async () => {
  const { by, slug, french } = await inBoth();
  const [, purpose = "", steps = "", equity = ""] = BODY.split(/(?=## )/).length === 3 ? ["", ...BODY.split(/(?=## )/)] : [];
  await change(by, slug, { title: "Begin a walking group", body: `${equity}\n${purpose}## Winter {#winter}\n\nStay in.\n` });
  expect(steps).toContain("Find a path");
  expect(await behind(by, "fr", french)).toEqual({ ":title": "CHANGED", winter: "MISSING", steps: "REMOVED", equity: "MOVED" });
});

test("a save that is declared to change nothing for translators marks nothing, and is on record", async () => {
  const { by, slug, french } = await inBoth();
  const latest = (await faceAt(slug)).revisions.at(-1);
  const fields = guideFields({ body: BODY.replace("Find a path.", "Find a path") });
  await revisePractice(by, "en", slug, { base: latest?.number ?? 0, sequence: 0, fields, isUnchanged: true });
  expect(await behind(by, "fr", french)).toEqual({});
  expect(await eventNames()).toContain("practice.declared_unchanged");

  await publish(by, slug);
  expect(await told("fr", french)).toEqual({});
});

test("of parts that are behind one declares that they need nothing; of the others nothing changes", async () => {
  const { by, slug, french } = await inBoth();
  await change(by, slug, { body: BODY.replace("Find a path.", "Find a path!").replace("Ask who", "Always ask who") });
  await publish(by, slug);
  const { latestNumber: base } = await faceAt(slug);
  await declareUnchanged(practiceKind, by, "fr", french, { base, sections: ["steps"] });
  expect(await behind(by, "fr", french)).toEqual({ equity: "CHANGED" });
  expect(await told("fr", french)).toEqual({ equity: "CHANGED" });
  expect(await db.event.findFirst({ where: { name: "practice.declared_unchanged" } })).toMatchObject({ details: { sections: "steps" } });
});

test("what was revised meanwhile is not declared, and strangers neither see nor declare", async () => {
  const { by, slug, french } = await inBoth();
  const { latestNumber: base } = await faceAt(slug);
  await change(by, slug, { body: BODY.replace("Find a path.", "Find a path!") });
  expect(await refusal(declareUnchanged(practiceKind, by, "fr", french, { base, sections: ["steps"] }))).toEqual([
    409,
    "parity.error.movedOn",
  ]);
  expect(await behind(by, "fr", french)).toEqual({ steps: "CHANGED" });

  const member = await person("Maya Osei");
  expect(await status(getParity(practiceKind, member, "fr", french))).toBe(403);
  expect(await status(declareUnchanged(practiceKind, member, "fr", french, { base: base + 1, sections: ["steps"] }))).toBe(403);
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await status(getParity(practiceKind, member, "fr", french))).toBe(404);
});
