import { expect, test } from "vitest";

import { eraseFromCases } from "~/features/moderation/erasure.server";
import { decideCase } from "~/features/moderation/decide.server";
import type { ContentMeasure, PersonMeasure } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { decisionForm, openedCase, toldOf } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { organization, person } from "#tests/support/world";

type Mail = { to: string; subject: string; text: string; language: string };

const mails = () =>
  db.$queryRaw<Mail[]>`
    SELECT payload->>'to' AS to, payload->>'subject' AS subject, payload->>'text' AS text, payload->>'language' AS language
    FROM graphile_worker._private_jobs WHERE payload->>'to' IS NOT NULL ORDER BY id`;

async function world() {
  const aline = await person("Aline", { language: "fr" });
  const [rita, rene] = [await person("Rita"), await person("Rene", { language: "fr" })];
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const { posts } = await thread({ by: aline, category: await category(), title: "Tea", posts: ["One.", "Two."] });
  const { id } = await openedCase({ type: "POST", id: posts[1] ?? "", reporters: [rita, rene] });
  return { id, aline, rita, rene, mona };
}

test("author and reporters are told, each in their language, by notice, inbox and mail; nobody is named", async () => {
  const { id, mona, aline, rita, rene } = await world();
  await decideCase(
    mona,
    id,
    decisionForm({ content: "HIDE", toAuthor: "Relisez-vous.\n\nMerci.", toReportersEn: "Well seen.", toReportersFr: "" }),
  );

  expect(await toldOf(id)).toEqual(["Aline AUTHOR DECIDED", "Rita REPORTER DECIDED", "Rene REPORTER DECIDED"]);
  expect(await db.notification.count({ where: { kind: "case_news", accountId: { in: [aline.id, rita.id, rene.id] } } })).toBe(3);
  const [toAline, toRita, toRene] = await mails();
  expect(toAline).toMatchObject({ language: "fr", subject: "Votre message\u00a0: masquage par la modération" });
  expect(toAline?.text).toContain("Relisez-vous.\n\nMerci.");
  expect(toAline?.text).toContain("Respect");
  expect(toAline?.text).toMatch(/\/fr\/appels\/[\w-]{40,}/);
  expect(toRita).toMatchObject({ language: "en", subject: "We acted on your report" });
  expect(toRita?.text).toContain("Well seen.");
  expect(toRene?.text).toContain("Merci\u00a0: des signalements comme le vôtre gardent ce lieu sûr.");
  for (const { text } of [toAline, toRita, toRene] as Mail[]) expect(text).not.toMatch(/Rita|Rene|Mona|Aline/);
});

test("what the moderator writes to the author reaches no reporter, and reporters learn of no measure against the author", async () => {
  const { id, mona } = await world();
  await decideCase(mona, id, decisionForm({ person: "SUSPEND", length: "30d", toAuthor: "Une dernière fois." }));
  const [toAline, ...toReporters] = await mails();

  expect(toAline?.text).toContain("Une dernière fois.");
  expect(toAline?.text).toContain("vous ne pouvez pas vous connecter");
  for (const { text } of toReporters) {
    expect(text).not.toMatch(/Une dernière fois|suspen|sign in|connecter|masqué|hidden/i);
    expect(text).toMatch(/and acted|et a agi/);
  }
});

test("every measure has its words in both languages, with nothing left blank", async () => {
  const author = { en: await person("Ada"), fr: await person("Aline", { language: "fr" }) };
  const reporter = { en: await person("Rita"), fr: await person("Rene", { language: "fr" }) };
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const place = await category();
  const contents: ContentMeasure[] = ["NONE", "EDIT", "HIDE", "REMOVE"];
  const persons: PersonMeasure[] = ["NONE", "WARN", "SILENCE", "SUSPEND"];

  for (const language of ["en", "fr"] as const)
    for (const content of contents)
      for (const measure of persons) {
        const { posts } = await thread({ by: author[language], category: place, title: `Tea ${content} ${measure}`, language });
        const { id } = await openedCase({ type: "POST", id: posts[0] ?? "", reporters: [reporter.en, reporter.fr] });
        await decideCase(mona, id, decisionForm({ content, person: measure, length: "24h", body: "Other words." }));
        const notices = await db.caseNotice.findMany({ where: { caseId: id } });
        expect(notices.map((notice) => notice.language).sort()).toEqual(["en", "fr", language].sort());
        for (const { subject, paragraphs } of notices)
          for (const text of [subject, ...paragraphs])
            expect(text, `${content} ${measure} ${language}`).toMatch(/^(?!.*(\{\{|undefined|null|^$)).+/s);
      }
  expect((await mails()).every(({ text }) => !/\{\{|undefined|decisions\./.test(text))).toBe(true);
});

test("who reported their own post is told once", async () => {
  const ada = await person("Ada");
  const { posts } = await thread({ by: ada, category: await category() });
  const { id } = await openedCase({ type: "POST", id: posts[0] ?? "", reporters: [ada] });
  await decideCase(await person("Mona", { roles: ["MODERATOR"] }), id, decisionForm());
  expect(await toldOf(id)).toEqual(["Ada AUTHOR DECIDED"]);
});

test("of an organization all stewards are told, and read the moderator's words where they are in their language", async () => {
  const home = await organization();
  await person("Stella", { organizations: [home], steward: true });
  await person("Simon", { organizations: [home], steward: true, language: "fr" });
  const { id, language } = await openedCase({ type: "ORGANIZATION", id: home.id });
  expect(language).toBe("en");
  await decideCase(await person("Mona", { roles: ["MODERATOR"] }), id, decisionForm({ person: "WARN", toAuthor: "Please mend it." }));

  expect(await toldOf(id)).toEqual(["Stella AUTHOR DECIDED", "Simon AUTHOR DECIDED"]);
  const [toStella, toSimon] = await mails();
  expect(toStella?.text).toContain("Please mend it.");
  expect(toSimon?.text).not.toContain("Please mend it.");
  expect(toSimon?.text).toContain("Ce contenu peut rester.");
});

test("when the person whose profile was reported leaves for good, the reporters are told, and the case is closed", async () => {
  const ada = await person("Ada");
  const { id } = await openedCase({ type: "ACCOUNT", id: ada.id, reporters: [await person("Rita")] });
  await db.$transaction((tx) => eraseFromCases(tx, { id: ada.id, name: ada.name, email: "ada@example.org" } as never));

  expect(await db.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: "GONE", closedAt: expect.any(Date) });
  expect(await toldOf(id)).toEqual(["Rita REPORTER DECIDED"]);
});
