import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { begin, type Desk, decide, desk, find, save, submit, write } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";
import { PASSWORD, type Person } from "#tests/support/people";

const organization = { en: "Riverside Community Health Centre (example)", fr: "Centre de santé communautaire Riverside (exemple)" };
const slug = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };

test.each(languages)(
  "someone is invited, makes an account, publishes in the organization's name and leaves; the guide stays (%s)",
  async (language) => {
    const mark = randomUUID().slice(0, 6);
    const address = `newcomer.${mark}@example.net`;
    const title = { en: `Cook together ${mark}`, fr: `Cuisiner ensemble ${mark}` }[language];
    const sit = async (as?: Person) => desk(await newPage({ language, as, javaScript: language === "en" }), language);
    const steward = await sit("steward");
    const newcomer = await sit();

    await invite(steward, address);
    const mail = await mailTo(
      address,
      steward.t("membership.mail.invitation.subject", { inviter: "Sam Lindqvist (example)", organization: organization[language] }),
    );
    await newcomer.page.goto(linkIn(mail));
    await newcomer.field("accounts.name").fill(`Noor ${mark}`);
    await newcomer.page.locator("[name=password]").fill(PASSWORD.replace("portal", mark));
    await newcomer.press("membership.invitation.submit");
    await newcomer.reads("membership.flash.joined");
    await newcomer.page.getByRole("link", { name: organization[language], exact: true }).waitFor();

    await begin(newcomer, title);
    await write(newcomer, title);
    await save(newcomer);
    await submit(newcomer);
    await decide(await sit("editor"), title, "APPROVED");

    await newcomer.page.goto(pathTo(language, "departure", { slug: slug[language] }));
    await newcomer.press("membership.departure.submit");
    await newcomer.reads("membership.flash.left");
    await newcomer.reads("membership.settings.none");

    const visitor = await sit();
    await find(visitor, title);
    expect(await visitor.page.getByText(organization[language]).first().isVisible()).toBe(true);
    expect((await newcomer.page.goto(linkIn(mail)))?.status()).toBe(410);
    await steward.page.goto(pathTo(language, "organizationPeople", { slug: slug[language] }));
    expect(await steward.page.getByText(`Noor ${mark}`).count()).toBe(0);
  },
  120_000,
);

async function invite({ page, language, ...at }: Desk, address: string) {
  await page.goto(pathTo(language as Language, "organizationPeople", { slug: slug[language] }));
  await at.follow("membership.people.invite");
  await at.field("membership.invite.email").fill(address);
  await page.locator("[name=language]").selectOption(language);
  await page.locator("[name=rights][value=practitioner]").check();
  await at.press("membership.invite.submit");
  await at.reads("membership.flash.invited");
  await page.getByText(address, { exact: true }).waitFor();
}
