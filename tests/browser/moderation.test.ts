import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { tabTo } from "#tests/support/keyboard";
import { linkIn, mailTo } from "#tests/support/outbox";
import { emailOf, get, type Person } from "#tests/support/people";
import { type Place, reply, thread } from "#tests/support/threads";

beforeAll(() => setEmbeddedDatabase(findEmbeddedDatabase(inject("portalData")) ?? ""));

type Cast = { author: Person; reporter: Person; decider: Person; ruler: Person; title: string; said: string; mended: string; why: string };

const casts: Record<Language, Cast> = {
  en: {
    ...{ author: "member", reporter: "practitioner", decider: "moderator", ruler: "admin" },
    title: "What do you say on a first call?",
    said: "I told the story of the person with the red door, whom everyone in town knows.",
    mended: "I told a story, and left out who it was about.",
    why: "Nobody can be recognized in this: there is no red door in our town.",
  },
  fr: {
    ...{ author: "practitioner.b", reporter: "host", decider: "moderator", ruler: "admin" },
    title: "Que dites-vous lors d’un premier appel ?",
    said: "J’ai raconté l’histoire de la personne à la porte rouge, que tout le monde connaît.",
    mended: "J’ai raconté une histoire, sans dire de qui il s’agit.",
    why: "Personne ne peut être reconnu : il n’y a aucune porte rouge chez nous.",
  },
};

test.each(["en", "fr"] as const)(
  "a report hides, its author mends, a moderator decides, and another undoes it on appeal: everyone is told (%s)",
  { timeout: 180_000 },
  async (language) => {
    const cast = casts[language];
    const at = async (who: Person) => desk(await newPage({ as: who, language, javaScript: false }), language);
    const [author, reporter, decider, ruler] = [
      await at(cast.author),
      await at(cast.reporter),
      await at(cast.decider),
      await at(cast.ruler),
    ];
    const visitor = await newPage({ language });
    const place = await thread("editor", language, cast.title, language === "en" ? "We begin with the weather." : "Nous parlons du temps.");
    await reply(cast.author, language, place, cast.said);
    const open = (page: Page) => page.goto(pathTo(language, "thread", place));

    // Hidden at once, and nobody else reads it.
    await report(reporter, place);
    await open(visitor);
    expect(await visitor.locator("#post-2").textContent()).toContain(author.t("hiding.post.hidden"));
    expect(await visitor.content()).not.toContain(cast.said);
    await mailTo(emailOf(cast.author), author.t("decisions.notices.hidden.subject", { subject: author.t("decisions.subject.POST") }));

    // Its author mends it; it waits.
    await open(author.page);
    await author.page
      .locator("#post-2")
      .getByRole("link", { name: author.t("hiding.post.repair") })
      .first()
      .click();
    await author.page.locator("#composer-body").fill(cast.mended);
    await author.press("posting.composer.send.EDIT");
    await open(visitor);
    expect(await visitor.content()).not.toContain(cast.mended);

    // A moderator takes it, sees what was mended, and decides.
    await fromQueue(decider, cast.title);
    await decider.press("decisions.claim.submit");
    await decider.reads("decisions.flash.claimed");
    await decider.reads("moderation.case.repaired");
    expect(await decider.page.locator("[name=body]").inputValue()).toBe(cast.mended);
    await decider.page.locator("[name=content][value=HIDE]").check();
    await decider.page.locator("[name=person][value=WARN]").check();
    await decider.press("decisions.form.submit");
    await decider.reads("decisions.flash.decided");
    await mailTo(emailOf(cast.reporter), reporter.t("decisions.notices.reporter.subjectActed"));
    const told = await mailTo(
      emailOf(cast.author),
      author.t("decisions.notices.decided.subjectHIDE", { subject: author.t("decisions.subject.POST") }),
    );

    // Contested from the mail, without signing in; once.
    const stranger = desk(await newPage({ language, javaScript: false }), language);
    await stranger.page.goto(linkIn(told));
    await stranger.page.locator("[name=words]").fill(cast.why);
    await stranger.press("appeals.form.submit");
    await mailTo(emailOf(cast.author), author.t("appeals.notices.made.subject"));
    await author.page.goto(pathTo(language, "ownModeration"));
    await author.reads("appeals.own.state.appealed");

    // Not by whoever decided.
    await fromQueue(decider, cast.title);
    await decider.reads("moderation.case.notice.decision");
    expect(await decider.page.locator("[name=ruling]").count()).toBe(0);

    await fromQueue(ruler, cast.title);
    await ruler.page.locator("[name=ruling][value=OVERTURNED]").check();
    await ruler.press("appeals.ruling.submit");
    await mailTo(emailOf(cast.author), author.t("appeals.notices.ruled.subjectOVERTURNED"));
    await mailTo(emailOf(cast.reporter), reporter.t("appeals.notices.reporter.subject"));
    await open(visitor);
    await visitor.locator("#post-2").getByText(cast.mended).waitFor();
    await reporter.page.goto(pathTo(language, "ownModeration"));
    await reporter.reads("appeals.own.outcome.undone");
    await decider.page.goto(pathTo(language, "ownModeration"));
    // Told in the language that he reads, whatever page he is on.
    await decider.page.getByText(desk(decider.page, "fr").t("appeals.notices.decider.subjectOVERTURNED")).first().waitFor();
  },
);

test("the first post of someone new waits, says why, and stands in its place once a moderator has let it through", async () => {
  await db.account.update({ where: { email: emailOf("host") }, data: { vouchedAt: null } });
  const place = await thread("editor", "en", "Which questions do you ask about sleep?", "We ask one, and listen.");
  const helene = desk(await newPage({ as: "host" }), "en");
  await helene.page.goto(pathTo("en", "thread", place));
  await helene.page.locator("#composer-body").fill("Three, from a scale that is short enough for a first talk.");
  await helene.page.getByRole("button", { name: helene.t("posting.composer.send.REPLY") }).click();
  await helene.reads("holds.flash.held");
  await helene.reads("holds.reasons.FIRST_POST");
  expect(await (await get(pathTo("en", "thread", place))).text()).not.toContain("Three, from a scale");

  const marc = desk(await newPage({ as: "moderator" }), "en");
  await fromQueue(marc, "Three, from a scale that is short enough for a first talk.");
  await marc.press("holds.case.approve");
  await marc.reads("holds.flash.approved");
  await helene.page.goto(pathTo("en", "thread", place));
  await helene.page.locator("#post-2").getByText("Three, from a scale").waitFor();
  // From then on they are no stranger, as before.
  await db.account.update({ where: { email: emailOf("host") }, data: { vouchedAt: new Date(Date.now() - 30 * 86_400_000) } });
});

test("with the keyboard alone a moderator decides; a suspension bites at once, and ends by itself", { timeout: 180_000 }, async () => {
  const place = await thread("host", "en", "A bargain for all of you", "Buy my course, the only one you will ever need.");
  const helene = await newPage({ as: "host" });
  await helene.goto(pathTo("en", "account"));
  const { page, t, reads } = desk(await newPage({ as: "moderator" }), "en");
  await page.goto(pathTo("en", "thread", place));
  await tabTo(page, page.locator("#post-1 .post-more summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: t("flags.decide") }));
  await page.keyboard.press("Enter");
  await reads("flags.flash.opened");

  await tabTo(page, page.locator("[name=rule]"));
  await page.keyboard.type(t("moderation.rules.spam.title").slice(0, 6));
  await choose(page, "content", "REMOVE");
  await choose(page, "person", "SUSPEND");
  await choose(page, "length", "24h");
  await tabTo(page, page.getByRole("button", { name: t("decisions.form.submit") }));
  await page.keyboard.press("Enter");
  await reads("decisions.flash.decided");

  await helene.goto(pathTo("en", "account"));
  expect(new URL(helene.url()).pathname).toBe(pathTo("en", "signIn"));
  const { id } = await db.account.findUniqueOrThrow({ where: { email: emailOf("host") } });
  const over = new Date(Date.now() - 1_000);
  await db.sanction.updateMany({ where: { accountId: id }, data: { until: over } });
  await db.account.update({ where: { id }, data: { suspendedUntil: over } });
  // The job goes round once a minute.
  await expect.poll(() => db.sanction.count({ where: { accountId: id, endedAt: null } }), { timeout: 90_000, interval: 1_000 }).toBe(0);
  await mailTo(emailOf("host"), desk(page, "fr").t("decisions.over.subject.SUSPENSION"));
  await helene.goto(pathTo("en", "account"));
  expect(new URL(helene.url()).pathname).toBe(pathTo("en", "account"));
});

/** Reports the second post of a thread from its menu, as possible clients' data. */
async function report({ page, language, ...at }: Desk, place: Place) {
  await page.goto(pathTo(language, "thread", place));
  await page.locator("#post-2 .post-more summary").click();
  await page.locator("#post-2 [data-key='!']").click();
  await page.locator("[name=rule][value=client-data]").check();
  await page.locator("[name=words]").fill(language === "en" ? "Everyone here knows who that is." : "Tout le monde sait de qui il s’agit.");
  await at.press("flags.send");
  await at.reads("flags.flash.hidden");
}

/** Opens a case from the queue by its title, as soon as it stands there. */
async function fromQueue({ page, language }: Desk, title: string) {
  const row = page.locator(".case-row-title").getByRole("link", { name: title }).first();
  const look = async () => {
    await page.goto(pathTo(language, "moderation"));
    return row.count();
  };
  await expect.poll(look, { timeout: 20_000, interval: 500 }).toBe(1);
  await row.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Goes to a row of choices with the Tab key and to one of them with the arrows. */
async function choose(page: Page, name: string, value: string) {
  const wanted = page.locator(`[name=${name}][value="${value}"]`);
  const begin = page.locator(`[name=${name}]:checked`);
  await tabTo(page, (await begin.count()) > 0 ? begin : page.locator(`[name=${name}]`).first());
  await page.keyboard.press("Space");
  for (let turns = 0; turns < 8 && !(await wanted.isChecked()); turns += 1) await page.keyboard.press("ArrowDown");
  expect(await wanted.isChecked()).toBe(true);
}
