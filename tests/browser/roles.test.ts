import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { mailTo } from "#tests/support/outbox";

test("someone asks for a role in French, an administrator grants it until a day, and the person is told and sees it", async () => {
  const asking = desk(await newPage({ language: "fr", as: "practitioner.b" }), "fr");
  const role = asking.t("accounts.roles.RESEARCHER");
  await asking.page.goto(pathTo("fr", "roleSettings"));
  await asking.page.getByRole("radio", { name: role }).check();
  await asking.field("admin.settings.reason").fill("Je résume ce que dit la recherche.");
  await asking.press("admin.settings.submit");
  await asking.reads("admin.flash.asked");

  const deciding = desk(await newPage({ as: "admin" }), "en");
  const named = { name: "Pascal Cormier (exemple)", role: deciding.t("accounts.roles.RESEARCHER") };
  await deciding.page.goto(pathTo("en", "admin"));
  await deciding.follow("admin.overview.toRoleRequests");
  await deciding.follow("admin.requests.one", named);
  await deciding.page.getByText("Je résume ce que dit la recherche.").waitFor();
  await deciding.page.getByRole("radio", { name: deciding.t("admin.requests.GRANTED") }).check();
  await deciding.page.getByLabel(deciding.t("admin.requests.endsOn")).fill("2031-06-30");
  await deciding.press("admin.requests.submit");
  await deciding.reads("admin.flash.granted");

  const mail = await mailTo("practitioner.b@example.org", asking.t("admin.mail.granted.subject", { role }));
  expect(mail.text).toContain("30 juin 2031");
  await asking.page.goto(pathTo("fr", "roleSettings"));
  const held = asking.page.getByRole("region", { name: asking.t("admin.settings.held") });
  await held.getByRole("heading", { name: role }).waitFor();
  expect(await held.getByText("30 juin 2031").isVisible()).toBe(true);
  expect(await held.getByText("Anika Berg").isVisible()).toBe(true);

  await deciding.page.goto(pathTo("en", "adminPeople", { q: "practitioner.b@example.org" }));
  await deciding.page.getByRole("link", { name: named.name }).click();
  await deciding.page.getByRole("link", { name: deciding.t("admin.person.revokeNamed", named) }).click();
  await deciding.field("admin.person.reason").fill("This was only a trial.");
  await deciding.press("admin.person.revoke");
  await deciding.reads("admin.flash.revoked");
  await deciding.page.getByRole("row").filter({ hasText: "This was only a trial." }).waitFor();
});
