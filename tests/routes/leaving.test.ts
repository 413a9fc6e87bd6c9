import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { loader as download } from "~/routes/settings/data-archive";
import { action as ask, loader as exportPage } from "~/routes/settings/data-export";
import { action as deactivate, loader as deactivationPage } from "~/routes/settings/deactivation";
import { action as erase, loader as deletionPage } from "~/routes/settings/deletion";
import { loader as ownData } from "~/routes/settings/own-data";
import { runQueued } from "#tests/support/mailbox";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const at = {
  data: "/en/settings/data",
  export: "/en/settings/data/export",
  rest: "/en/settings/deactivation",
  end: "/fr/parametres/suppression",
};
const ID = "01a204cc-733c-73be-ad60-e18efd96b928";

const unproven = <Args extends { context: object }>(args: Args): Args => ({ ...args, context: { ...args.context, provenAt: null } });

test("a visitor is sent to sign in first, by every door", async () => {
  for (const door of [
    async () => ownData(visit(null, at.data)),
    () => exportPage(visit(null, at.export)),
    () => ask(submission(null, at.export, {})),
    () => download(visit(null, `${at.export}/${ID}`, { id: ID })),
    () => deactivationPage(visit(null, at.rest)),
    () => deactivate(submission(null, at.rest, {}, { confirm: "yes" })),
    () => deletionPage(visit(null, at.end)),
    () => erase(submission(null, at.end, {}, { confirm: "yes" })),
  ])
    await expect(door()).rejects.toMatchObject({ status: 302, headers: expect.objectContaining({}) });
  expect(await db.event.count()).toBe(0);
});

test("who has not proved lately who they are is asked first, and comes back to the page", async () => {
  const amira = await person("Amira");
  for (const [path, door] of [
    [at.export, () => exportPage(unproven(visit(amira, at.export)))],
    [at.export, () => ask(unproven(submission(amira, at.export, {})))],
    [`${at.export}/${ID}`, () => download(unproven(visit(amira, `${at.export}/${ID}`, { id: ID })))],
    [at.rest, () => deactivationPage(unproven(visit(amira, at.rest)))],
    [at.rest, () => deactivate(unproven(submission(amira, at.rest, {}, { confirm: "yes" })))],
    [at.end, () => deletionPage(unproven(visit(amira, at.end)))],
    [at.end, () => erase(unproven(submission(amira, at.end, {}, { confirm: "yes" })))],
  ] as const) {
    const refusal = await Promise.resolve(door()).catch((error: Response) => error);
    expect((refusal as Response).headers.get("Location")).toContain(`?to=${encodeURIComponent(path)}`);
  }
  expect(await db.event.count()).toBe(0);
});

test("an archive is asked for, listed, and downloaded as a file that nobody keeps", async () => {
  const amira = await person("Amira");

  const answer = await ask(submission(amira, at.export, {}));
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, at.export]);
  await runQueued("make-export");
  const { exports } = await (await exportPage(visit(amira, at.export))).json();
  expect(exports).toMatchObject([{ bytes: expect.any(Number) }]);

  const id = exports[0]?.id ?? "";
  const file = await download(visit(amira, `${at.export}/${id}`, { id }));
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(/^attachment; filename="practice-commons-my-data-\d{4}-\d\d-\d\d\.zip"$/),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  const boris = await person("Boris");
  for (const [who, which] of [
    [boris, id],
    [amira, ID],
    [amira, "no-id"],
  ] as [Actor, string][])
    await expect(download(visit(who, `${at.export}/${which}`, { id: which }))).rejects.toMatchObject({ status: 404 });
});

test("closing an account wants its box ticked, and then signs out", async () => {
  const [amira, boris] = [await person("Amira"), await person("Boris")];

  for (const [door, path] of [
    [deactivate, at.rest],
    [erase, at.end],
  ] as const) {
    const again = await door(submission(amira, path, {}, {}));
    expect([again.status, await again.json()]).toMatchObject([422, { errors: { confirm: ["leaving.errors.confirm"] } }]);
    await expect(door(submission(amira, path, {}, { confirm: "yes", deactivatedAt: "now" }))).rejects.toMatchObject({ status: 400 });
  }
  expect(await db.account.count({ where: { deactivatedAt: { not: null } } })).toBe(0);

  const gone = await deactivate(submission(amira, at.rest, {}, { confirm: "yes" }));
  expect([gone.headers.get("Location"), gone.headers.get("Set-Cookie")]).toEqual(["/en", expect.stringContaining("__Host-session=;")]);
  const erased = await erase(submission(boris, at.end, {}, { confirm: "yes" }));
  expect(erased.headers.get("Location")).toBe("/fr");
  expect(await db.account.findMany({ orderBy: { name: "asc" }, select: { deactivatedAt: true, erasureDueAt: true } })).toEqual([
    { deactivatedAt: expect.any(Date), erasureDueAt: null },
    { deactivatedAt: expect.any(Date), erasureDueAt: expect.any(Date) },
  ]);
});

test("the last steward sees which organizations need another one, and is refused", async () => {
  const riverside = await organization("Riverside");
  const lakeside = await organization("Lakeside");
  const sam = await person("Sam", { organizations: [riverside, lakeside], steward: true });
  await person("Priya", { organizations: [riverside] });

  const page = await (await deletionPage(visit(sam, at.end))).json();
  expect(page).toMatchObject({ needing: [{ name: "Riverside (fr)", slug: "riverside" }], alone: [{ name: "Lakeside (fr)" }] });

  const refused = await erase(submission(sam, at.end, {}, { confirm: "yes" }));
  expect([refused.status, await refused.json()]).toMatchObject([409, { refused: "leaving.conflict.lastSteward" }]);
});
