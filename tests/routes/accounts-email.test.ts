import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action as confirm, loader as link } from "~/routes/accounts/email-confirmation";
import { action as refuse, loader as refusalPage } from "~/routes/accounts/email-refusal";
import { action as ask, loader as page } from "~/routes/settings/email";
import { action as cancel } from "~/routes/settings/email-cancellation";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const next = "amira@clinic.example";
const [settings, confirmation] = ["/en/settings/email", "/en/email-confirmation"];

test("a visitor signs in first, and who proved themselves an hour ago does so again, by every door", async () => {
  const amira = await person("Amira");
  for (const door of [
    page(visit(null, settings)),
    ask(submission(null, settings, {}, { email: next })),
    cancel(submission(null, settings, {})),
  ])
    await expect(door).rejects.toMatchObject({ status: 302 });

  const hourAgo = new Date(Date.now() - 3_600_000);
  const stale = <Args extends { context: object }>(args: Args) => ({ ...args, context: { ...args.context, provenAt: hourAgo } });
  for (const door of [page(stale(visit(amira, settings))), ask(stale(submission(amira, settings, {}, { email: next })))]) {
    const refusal = (await door.catch((response: unknown) => response)) as Response;
    expect(refusal.headers.get("Location")).toBe("/en/settings/proof?to=%2Fen%2Fsettings%2Femail");
  }
  expect(await db.emailChange.count()).toBe(0);
});

test("what is asked for is shown with its state, and is answered alike for a known address", async () => {
  const amira = await person("Amira");
  const farid = await person("Farid");
  const answer = async (email: string) => {
    const response = await ask(submission(amira, settings, {}, { email }));
    const shown = await (await page(visit(amira, settings))).text();
    await cancel(submission(amira, `${settings}/cancellation`, {}));
    return [response.status, [...response.headers], await response.text(), shown.replace(email, "").replace(/"until":"[^"]*"/, "")];
  };

  expect(await answer("farid@example.org")).toEqual(await answer("nobody@example.org"));
  expect((await db.account.findUniqueOrThrow({ where: { id: farid.id } })).email).toBe("farid@example.org");
});

test("faults are said at the field, and what was typed is kept", async () => {
  const amira = await person("Amira");
  const fault = async (email: string) => {
    const response = await ask(submission(amira, settings, {}, { email }));
    return [response.status, await response.json()];
  };

  expect(await fault("no")).toEqual([422, { errors: { email: ["accounts.errors.email"] }, values: { email: "no" } }]);
  expect(await fault("amira@example.org")).toMatchObject([422, { errors: { email: ["settings.email.errors.same"] } }]);
});

test("the links only show what they are about; the buttons confirm, first at one end, then at the other", async () => {
  const amira = await person("Amira");
  await ask(submission(amira, settings, {}, { email: next }));
  const [atOld = "", atNew = ""] = (await queuedMails()).map(tokenIn);

  for (const [token, side] of [
    [atOld, "old"],
    [atNew, "new"],
  ]) {
    const shown = await link(visit(null, `${confirmation}?token=${token}`));
    expect([shown.status, await shown.json()]).toEqual([200, { token, ended: null, change: { side, newEmail: next, isConfirmed: false } }]);
  }
  const first = await confirm(submission(null, confirmation, {}, { token: atNew }));
  expect(first.headers.get("Location")).toBe(`${confirmation}?token=${atNew}`);
  expect(await (await link(visit(null, `${confirmation}?token=${atNew}`))).json()).toMatchObject({ change: { isConfirmed: true } });
  expect(await (await page(visit(amira, settings))).json()).toMatchObject({ change: { isOldConfirmed: false, isNewConfirmed: true } });

  const second = await confirm(submission(amira, confirmation, {}, { token: atOld }));
  expect(second.headers.get("Location")).toBe(`${confirmation}?ended=changed`);
  expect((await db.account.findUniqueOrThrow({ where: { id: amira.id } })).email).toBe(next);
  expect((await confirm(submission(null, confirmation, {}, { token: atOld }))).status).toBe(422);
  expect((await link(visit(null, `${confirmation}?token=${atOld}`))).status).toBe(410);
});

test("the old address stops the change by a button of its own; a link that is over says so", async () => {
  const amira = await person("Amira");
  await ask(submission(amira, settings, {}, { email: next }));
  const [atOld = "", atNew = ""] = (await queuedMails()).map(tokenIn);
  const stop = async (token: string) => (await refuse(submission(null, `${confirmation}/refusal`, {}, { token }))).headers.get("Location");

  expect(await stop(atNew)).toBe(confirmation);
  expect(await stop(atOld)).toBe(`${confirmation}?ended=stopped`);
  expect(await stop(atOld)).toBe(confirmation);
  expect((await link(visit(null, confirmation))).status).toBe(410);
  expect(refusalPage(visit(null, `${confirmation}/refusal`)).headers.get("Location")).toBe(confirmation);
  expect(await db.emailChange.count()).toBe(0);
});

test("an address that another account took in the meantime is told of in clear words", async () => {
  const amira = await person("Amira");
  await ask(submission(amira, settings, {}, { email: "farid@example.org" }));
  const [atOld = "", atNew = ""] = (await queuedMails()).map(tokenIn);
  await confirm(submission(amira, confirmation, {}, { token: atNew }));
  await person("Farid");

  const response = await confirm(submission(amira, confirmation, {}, { token: atOld }));

  expect([response.status, await response.json()]).toMatchObject([422, { errors: { "": ["settings.email.errors.taken"] } }]);
});
