import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { draftContribution } from "~/features/publishing/contribution.server";
import { type Fields, noDetails } from "~/features/publishing/fields";
import type { Kind } from "~/features/publishing/kinds.server";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Language } from "~/i18n/languages";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { emailOf, type Person } from "#tests/support/people";

beforeAll(() => setEmbeddedDatabase(findEmbeddedDatabase(inject("portalData")) ?? ""));

const actor = async (name: Person): Promise<Actor> => {
  const { id } = await db.account.findUniqueOrThrow({ where: { email: emailOf(name) }, select: { id: true } });
  const found = await findActor(id);
  if (!found) throw new Error(`${name} may not act`);
  return found;
};

const publish = async (kind: Kind, by: Actor, language: Language, slug: string, fields: Fields) => {
  const face = await db.face.findFirstOrThrow({ where: { slug, language, contribution: { kind: kind.kind } } });
  await revise(kind, by, language, slug, { base: face.latestNumber, sequence: 0, fields });
  const missing = await submitAlone(kind, by, language, slug);
  if (missing) throw new Error(JSON.stringify(missing));
  const review = await db.review.findFirstOrThrow({ where: { faceId: face.id, decision: null } });
  await decide(kind, await actor("editor"), language, slug, { review: review.id, decision: "APPROVED", comment: "" });
};

const begin = async (kind: Kind, by: Actor, language: Language, fields: Fields) => {
  const input = { id: randomUUID(), title: fields.title, organization: by.organizations[0]?.id ?? "" };
  const slug = await draftContribution(kind, by, language, input);
  await publish(kind, by, language, slug, fields);
  return slug;
};

const words = {
  en: {
    why: "Company helps. ",
    path: "Find a path.",
    wide: "Find a wide path.",
    tea: "Make tea.",
    coffee: "Make tea or coffee.",
    ask: "Ask who cannot come.",
    always: "Always ask who cannot come, and why.",
    ours: "Find a hall.",
    phone: "Ask by telephone who cannot come.",
    reason: "It is cold here.",
  },
  fr: {
    why: "La compagnie aide. ",
    path: "Trouvez un sentier.",
    wide: "Trouvez un large sentier.",
    tea: "Faites du thé.",
    coffee: "Faites du thé ou du café.",
    ask: "Demandez qui ne peut venir.",
    always: "Demandez toujours qui ne peut venir, et pourquoi.",
    ours: "Trouvez une salle.",
    phone: "Demandez par téléphone qui ne peut venir.",
    reason: "Il fait froid ici.",
  },
};

const bodyOf = (language: Language, { path, tea, ask }: { path: string; tea: string; ask: string }) =>
  `## ${language === "en" ? "Why" : "Pourquoi"} {#why}\n\n${words[language].why.repeat(30)}\n\n## A {#a}\n\n${path}\n\n## B {#b}\n\n${tea}\n\n## C {#c}\n\n${ask}\n\n${language === "en" ? "End." : "Fin."}\n`;

const summaryOf = (language: Language, title: string, level: string): Fields => ({
  ...noDetails,
  title,
  summary: "Those who walked together may feel less lonely, in an invented study for a test.",
  body: `## ${language === "en" ? "Key messages" : "Messages clés"} {#key-messages}\n\n${"People who walked together said that they felt better [@invented2024]. ".repeat(10)}`,
  sources: "",
  topics: ["social-connection"],
  own: {
    picoPopulation: ["Adults"],
    picoIntervention: ["Walks"],
    picoComparison: ["No walks"],
    picoOutcomes: ["Loneliness"],
    evidenceUpTo: ["2024"],
    funding: [language === "en" ? "None" : "Aucun"],
    conflicts: [language === "en" ? "None" : "Aucun"],
    studyTypes: ["scoping-review"],
    findingKey: ["f1"],
    findingOutcome: ["Loneliness"],
    findingEffect: ["Somewhat less"],
    findingBasis: ["Two studies"],
    findingReferences: [""],
    ratingFinding: ["f1"],
    ratingLevel: [level],
    ratingTool: ["GRADE"],
    ratingBy: ["Its authors"],
    ratingOn: ["2024"],
    ratingReference: ["invented2024"],
  },
});

/** A summary with the one reference that its text cites. */
async function summary(by: Actor, language: Language, title: string) {
  const input = { id: randomUUID(), title, organization: by.organizations[0]?.id ?? "" };
  const slug = await draftContribution(summaryKind, by, language, input);
  await db.reference.create({
    data: {
      contributionId: input.id,
      key: "invented2024",
      csl: {
        type: "article-journal",
        title: "An invented study",
        author: [{ family: "Doe", given: "Jane" }],
        issued: { "date-parts": [[2024]] },
      },
      likeness: "an invented study 2024",
      styled: { apa: { en: "Doe, J. (2024). An invented study.", fr: "Doe, J. (2024). An invented study." } },
      styler: 1,
    },
  });
  await publish(summaryKind, by, language, slug, summaryOf(language, title, "MODERATE"));
  return { slug, version: await db.version.findFirstOrThrow({ where: { face: { slug, language } } }) };
}

test.each(["en", "fr"] as const)(
  "a guide is adapted, its original changes, one section is taken, one kept, one merged; then the evidence drops, and the notice stands in the adaptation (%s)",
  async (language) => {
    const mark = randomUUID().slice(0, 6);
    const w = words[language];
    const [priya, rowan] = await Promise.all([actor("practitioner"), actor("researcher")]);
    const evidence = await summary(rowan, language, `Walks and company ${mark}`);
    const fields: Fields = {
      ...noDetails,
      title: `Walks ${mark}`,
      summary: "How a small centre can begin with a weekly walk, told for a test of the portal.",
      body: bodyOf(language, w),
      sources: "An invented source.",
      topics: ["social-connection"],
      own: { claimKey: ["c1"], claimSection: ["a"], claimStance: ["SUPPORTS"], claimVersion: [evidence.version.id], claimNote: [""] },
    };
    const original = await begin(practiceKind, priya, language, fields);

    // Pascal adapts it: another path, another way to ask; and says why.
    const pascal = desk(await newPage({ language, as: "practitioner.b" }), language);
    await pascal.page.goto(pathTo(language, "practice", { slug: original }));
    await pascal.follow("lineage.line.adapt");
    await pascal.field("publishing.field.title").fill(`Halls ${mark}`);
    await pascal.press("lineage.adaptation.submit");
    await pascal.reads("lineage.adaptation.done");
    const edition = pascal.slug();
    await awake(pascal.page);
    await pascal.field("publishing.field.body").fill(bodyOf(language, { path: w.ours, tea: w.tea, ask: w.phone }));
    await pascal.press("writing.edit.save");
    await pascal.reads("writing.flash.saved");
    await awake(pascal.page);
    const reasons = pascal.page.locator("[name=changeReason]");
    expect(await reasons.count()).toBe(2);
    for (const reason of await reasons.all()) await reason.fill(w.reason);
    await pascal.press("writing.edit.save");
    await expect.poll(() => db.revision.count({ where: { face: { slug: edition, language } } })).toBe(3);
    await through(pascal.language, edition);

    // The original changes in three sections; in the last of them at another place than Pascal did.
    const newer = bodyOf(language, { path: w.wide, tea: w.coffee, ask: w.ask }).replace(/(End\.|Fin\.)/, (end) => `${end}\n\n${w.always}`);
    await publish(practiceKind, priya, language, original, { ...fields, body: newer });
    await pascal.page.goto(pathTo(language, "upstream", { slug: edition }));
    await pascal.reads("upstream.lead", { from: 1, to: 2 });
    const choices = pascal.page.locator("[name=choices]");
    expect(await choices.count()).toBe(3);
    await choices.nth(0).selectOption("keep");
    await choices.nth(1).selectOption("take");
    await choices.nth(2).selectOption("merge");
    await pascal.press("upstream.form.submit");
    await pascal.reads("upstream.form.done");
    await through(language, edition);

    const visitor = desk(await newPage({ language, javaScript: false }), language);
    await visitor.page.goto(pathTo(language, "practice", { slug: edition }));
    const text = await visitor.page.getByRole("main").textContent();
    for (const said of [w.ours, w.coffee, w.phone, w.always]) expect(text).toContain(said);
    expect(text).not.toContain(w.wide);
    expect(text).toContain(visitor.t("lineage.line.version", { number: 2 }));
    expect(text).not.toContain(visitor.t("claims.notice.badge", { count: 1 }));

    // What it rests on is less sure than it was.
    await publish(summaryKind, rowan, language, evidence.slug, summaryOf(language, `Walks and company ${mark}`, "LOW"));
    await expect
      .poll(
        async () => {
          await visitor.page.goto(pathTo(language, "practice", { slug: edition }));
          return visitor.page.getByRole("main").textContent();
        },
        { timeout: 20_000 },
      )
      .toContain(visitor.t("claims.notice.badge", { count: 1 }));
  },
  120_000,
);

/** Waits until the form keeps what is typed by itself. */
const awake = (page: Page) => page.getByRole("toolbar").first().waitFor();

/** Lets what Pascal has written through its review. */
async function through(language: Language, slug: string) {
  const face = await db.face.findFirstOrThrow({ where: { slug, language, contribution: { kind: "PRACTICE" } } });
  const missing = await submitAlone(practiceKind, await actor("practitioner.b"), language, slug);
  if (missing) throw new Error(JSON.stringify(missing));
  const review = await db.review.findFirstOrThrow({ where: { faceId: face.id, decision: null } });
  await decide(practiceKind, await actor("editor"), language, slug, { review: review.id, decision: "APPROVED", comment: "" });
}
