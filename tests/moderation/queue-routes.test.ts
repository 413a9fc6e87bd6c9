import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { loader as casePage, meta } from "~/routes/moderation/case";
import { loader } from "~/routes/moderation/index";
import { status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { person } from "#tests/support/world";

import { caseOf } from "./queued";

let moderator: Actor;

beforeEach(async () => {
  moderator = await person("Mona", { roles: ["MODERATOR"], language: "fr" });
});

const open = (viewer: Actor | null, path: string) => loader(visit(viewer, path));
const movedTo = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (answer: Response) => answer.headers.get("Location"),
  );

test("a visitor is sent to sign in and comes back; a member may not", async () => {
  expect(await movedTo(Promise.resolve().then(() => open(null, "/fr/moderation")))).toBe("/fr/connexion?to=%2Ffr%2Fmoderation");
  expect(await status(open(await person("Mia"), "/en/moderation"))).toBe(403);
});

test("the queue says who looks, what is chosen, and when it was read", async () => {
  await caseOf({ title: "Un fil", language: "fr" });
  const page = await (await open(moderator, "/fr/moderation?kind=FLAG")).json();

  expect(page).toMatchObject({
    isFirst: true,
    ownId: moderator.id,
    filters: { kind: "FLAG", state: "" },
    queue: { items: [{ title: "Un fil" }] },
  });
  expect(new Date(page.now).getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test("what a form sends empty has no place in the address, and an empty page leads to the first one", async () => {
  expect(await movedTo(open(moderator, "/fr/moderation?kind=FLAG&rule=&language="))).toBe("/fr/moderation?kind=FLAG");
  expect(await movedTo(open(moderator, `/fr/moderation?state=mine&after=${moderator.id}`))).toBe("/fr/moderation?state=mine");
});

test("a case is titled by what it is about, and one that there is not is 404", async () => {
  const { id } = await caseOf({ title: "A thread" });
  const data = await (await casePage(visit(moderator, `/en/moderation/cases/${id}`, { id }))).json();
  const [title, robots] = (meta as unknown as (args: object) => object[])({ data, location: { pathname: "/en/moderation/cases/x" } });

  expect(title).toMatchObject({ title: expect.stringContaining("Report: A thread") });
  expect(robots).toEqual({ name: "robots", content: "noindex" });
  expect(await status(casePage(visit(moderator, "/en/moderation/cases/x", { id: "x" })))).toBe(404);
  expect(await status(casePage(visit(moderator, "/en", { id: moderator.id })))).toBe(404);
});
