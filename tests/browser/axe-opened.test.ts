import { expect, test } from "vitest";

import { languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { faultsIn } from "#tests/support/axe";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { guide } from "#tests/support/guides";
import { overflowAt } from "#tests/support/look";
import { linkIn, mailTo } from "#tests/support/outbox";
import { post } from "#tests/support/people";

const EXPECTED = /ERR_INTERNET_DISCONNECTED|422/;
const LONG_MS = 120_000;

test.each(languages)(
  "axe finds nothing in menus, filters, previews and alarms (%s)",
  async (language) => {
    const at = desk(await newPage({ language, as: "practitioner", width: 360, expecting: EXPECTED }), language);
    const { page, t } = at;

    await page.goto(pathTo(language, "practices"));
    await openAll(at);
    expect(await faultsIn(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0);

    await page.goto(pathTo(language, "practiceEdit", { slug: await guide("practitioner", language, "Seen by axe") }));
    await page.locator(".save-state").waitFor();
    await at.press("writing.edit.preview");
    await page
      .getByRole("region", { name: t("writing.preview.title") })
      .getByRole("listitem")
      .first()
      .waitFor();
    await openAll(at);
    expect(await faultsIn(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0);

    await page.context().setOffline(true);
    await at.field("publishing.field.summary").fill("x".repeat(500));
    await page.getByRole("alert").getByText(t("writing.autosave.failed")).waitFor();
    expect(await faultsIn(page)).toEqual([]);

    await page.context().setOffline(false);
    await page.getByRole("alert").getByText(t("writing.autosave.refused")).waitFor();
    expect(await faultsIn(page)).toEqual([]);
    await at.field("publishing.field.summary").fill("");
    await page.locator(".save-state[data-state=saved]").waitFor();
  },
  LONG_MS,
);

test.each(languages)(
  "axe finds nothing where the links of mails lead, nor on pages of neither language (%s)",
  async (language) => {
    const at = desk(await newPage({ language }), language);
    const { page, t } = at;
    const email = `axe.${language}@example.org`;

    await post(pathTo(language, "signUp"), { name: "Axe", email, password: "seven birds on a wire", language });
    await page.goto(linkIn(await mailTo(email, t("accounts.mail.confirm.subject"))));
    expect(await faultsIn(page)).toEqual([]);
    await page.getByLabel(t("accounts.password")).fill("seven birds on a wire");
    await at.press("accounts.verify.submit");
    await at.reads("accounts.flash.verified");

    await post(pathTo(language, "forgottenPassword"), { email });
    await page.goto(linkIn(await mailTo(email, t("accounts.mail.reset.subject"))));
    expect(await faultsIn(page)).toEqual([]);

    for (const path of ["/dev/mail", "/nowhere"]) {
      await page.goto(path);
      expect(await faultsIn(page)).toEqual([]);
    }
  },
  LONG_MS,
);

const openAll = ({ page }: Desk) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
