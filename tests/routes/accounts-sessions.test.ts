import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action as endOthers, loader as othersPage } from "~/routes/settings/other-sessions";
import { action as end, loader as endPage } from "~/routes/settings/session-ending";
import { loader as page } from "~/routes/settings/sessions";
import { account, session, whoIs } from "#tests/support/accounts";
import { submission, visit } from "#tests/support/request";
import "#tests/support/world";

const path = "/fr/parametres/sessions";

test("a visitor is sent to sign in first, by every door", async () => {
  for (const door of [
    page(visit(null, path)),
    end(submission(null, `${path}/fermeture`, {}, { session: "0".repeat(64) })),
    endOthers(submission(null, `${path}/autres`, {})),
  ])
    await expect(door).rejects.toMatchObject({ status: 302 });
});

test("the list tells times in the person's own zone, and holds no token", async () => {
  const { id, here } = await amira();
  await db.account.update({ where: { id }, data: { timeZone: "America/St_Johns" } });
  await db.session.updateMany({ data: { lastSeenAt: new Date("2026-11-22T20:38:00Z"), device: "Firefox · Windows" } });

  const text = await (await page(await as(here, visit(null, path)))).text();

  expect(JSON.parse(text)).toMatchObject({ sessions: [{ isHere: true, device: "Firefox · Windows" }, { isHere: false }] });
  expect(text).toMatch(/17.h.08/);
  expect(text).not.toContain(here);
});

test("one session is ended by its button, and an odd or foreign one is refused", async () => {
  const { here, there } = await amira();
  const { sessions } = await (await page(await as(here, visit(null, path)))).json();
  const other = sessions.find(({ isHere }) => !isHere)?.id ?? "";
  const press = async (id: string) => end(await as(here, submission(null, `${path}/fermeture`, {}, { session: id })));

  expect((await press(other)).headers.get("Location")).toBe(path);
  expect([await whoIs(here), await whoIs(there)]).toMatchObject([{ name: "Amira" }, null]);
  await expect(press(other)).rejects.toMatchObject({ status: 409 });
  await expect(press("' OR 1=1 --")).rejects.toMatchObject({ status: 422 });
});

test("all others are ended by one button, and opening the addresses of the buttons changes nothing", async () => {
  const { here, there } = await amira();
  for (const door of [endPage, othersPage]) expect(door(visit(null, `${path}/autres`)).headers.get("Location")).toBe(path);
  expect(await whoIs(there)).not.toBeNull();

  const response = await endOthers(await as(here, submission(null, `${path}/autres`, {})));

  expect(response.headers.get("Location")).toBe(path);
  expect([await whoIs(here), await whoIs(there)]).toMatchObject([{ name: "Amira" }, null]);
});

/** The same request, from the browser that has this session. */
async function as<Args extends ReturnType<typeof visit>>(token: string, args: Args): Promise<Args> {
  return { ...args, context: { ...args.context, viewer: await whoIs(token), sessionToken: token } };
}

async function amira() {
  const { id } = await account("amira@example.org");
  return { id, here: await session(id), there: await session(id) };
}
