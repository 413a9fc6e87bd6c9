import { expect, test } from "vitest";

import { countUnread, forgetOldNotifications, listNotifications, markAllRead, withdraw } from "~/features/notifications/inbox.server";
import { notify } from "~/features/notifications/notify.server";
import { kinds } from "~/features/library/kinds.server";
import { describeSuggestions, describeTexts } from "~/features/publishing/described.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { guide, organization, person } from "#tests/support/world";

const tell = (accountId: string, id = newId()) =>
  db.$transaction((tx) => notify(tx, { accountId, kind: "mentioned", subject: { type: "POST", id }, actorId: null }));

test("a long inbox goes on over pages, newest first, without one line twice", async () => {
  const amira = await person("Amira");
  for (let count = 0; count < 45; count += 1) await tell(amira.id);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listNotifications>> = await listNotifications(amira, after);
    seen.push(...page.lines.map(({ id }) => id));
    after = page.next;
  } while (after);

  const newest = await db.notification.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], select: { id: true } });
  expect(seen).toEqual(newest.map(({ id }) => id));
});

test("one sees nothing of the inbox of someone else, not even by the id of a line", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  await tell(farid.id);
  const { id } = await db.notification.findFirstOrThrow();
  await tell(amira.id);

  expect((await listNotifications(amira, null)).lines).toHaveLength(1);
  expect((await listNotifications(amira, id)).lines).toEqual([]);
});

test("the bell counts to a hundred and no further, and nothing of what was read", async () => {
  const amira = await person("Amira");
  const row = { accountId: amira.id, kind: "mentioned", subjectType: "POST" };
  await db.notification.createMany({ data: Array.from({ length: 150 }, () => ({ ...row, subjectId: newId() })) });
  expect(await countUnread(amira.id)).toBe(100);

  await markAllRead(amira);
  expect(await countUnread(amira.id)).toBe(0);
});

test("what is withdrawn is gone for who has not read it, and stays for who has", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  const id = newId();
  for (const one of [amira, farid]) await tell(one.id, id);
  await markAllRead(farid);
  await db.$transaction((tx) => withdraw(tx, [{ type: "POST", id }]));

  expect(await db.notification.findMany()).toMatchObject([{ accountId: farid.id }]);
});

test("what is older than a year is forgotten", async () => {
  const amira = await person("Amira");
  await tell(amira.id);
  await db.notification.updateMany({ data: { at: new Date(Date.now() - 366 * 86_400_000) } });
  await tell(amira.id);
  await forgetOldNotifications();

  expect(await db.notification.count()).toBe(1);
});

test("a guide is named to its authors, and an offer to whose words are offered", async () => {
  const riverside = await organization();
  const [amira, farid] = [await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] }), await person("Farid")];
  const { slug, fields } = await guide({ by: amira });
  const face = await db.face.findFirstOrThrow({ where: { slugs: { some: { slug } } } });
  const { id } = await db.suggestion.create({ data: { faceId: face.id, body: "Bring tea.", authorId: farid.id, proposerId: amira.id } });
  const titles = (map: Map<string, { title: string }>) => [...map.values()].map(({ title }) => title);

  expect(titles(await describeTexts(kinds, amira, "fr", [face.contributionId]))).toEqual([fields.title]);
  expect(titles(await describeTexts(kinds, farid, "fr", [face.contributionId]))).toEqual([]);
  expect(titles(await describeSuggestions(farid, [id]))).toEqual([fields.title]);
  expect(titles(await describeSuggestions(amira, [id]))).toEqual([]);
});
