import path from "node:path";

import type { LoaderFunctionArgs } from "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { type PageName, pathTo, patterns } from "~/platform/paths";
import { readMap } from "#tests/support/map";
import { visit } from "#tests/support/request";

import { LONG, places, reader } from "./forum-world";

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** A page of the forums as someone asks for it. */
export type Question = { name: string; ask: () => Promise<unknown> };

const lists = ["latest", "new", "unread", "top", "unanswered"];
const LAST_PAGE = String(LONG / 20);

/** Every reading page of the forums, for a visitor and for a member who follows and has read much. */
export async function forumQuestions(): Promise<Question[]> {
  const questions: Question[] = [];
  for (const [who, viewer] of [["visitor", null] as const, ["member", reader] as const]) {
    const add = async (name: string, page: PageName, values: Record<string, string> = {}) =>
      questions.push({ name: `${who}, ${name}`, ask: await asking(viewer, page, values) });

    await add("index of the forums", "forums");
    for (const list of lists.filter((list) => viewer || list !== "unread")) await add(list, "threads", { list });
    await add("latest, a later page", "threads", { after: await someThread(30) });
    await add("category", "category", places.open);
    await add("category, a later page", "category", { ...places.open, after: await someThread(40, 3) });
    if (viewer) await add("category of an organization", "category", { slug: "category-17" });
    await add("topic", "forumTopic", { key: "topic-5" });
    await add("thread of 10", "thread", places.short);
    await add("thread of 10,000, first page", "thread", places.long);
    await add("thread of 10,000, in the middle", "thread", { ...places.long, page: "250" });
    await add("thread of 10,000, last page", "thread", { ...places.long, page: LAST_PAGE });
    if (viewer) await add("notifications", "notifications");
    if (viewer) await add("bookmarks", "bookmarks");
  }
  return questions;
}

/** A thread that everyone sees, at which a later page begins: the one with so many before it. */
async function someThread(offset: number, category?: number): Promise<string> {
  const slug = `category-${category}`;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Thread" t JOIN "CategoryFace" f ON f."categoryId" = t."categoryId" AND f.language = 'en'
      JOIN "Category" k ON k.id = t."categoryId"
    WHERE t."removedAt" IS NULL AND t."contributionId" IS NULL AND k."seenBy" = 'EVERYONE' AND (${category ?? null}::int IS NULL OR f.slug = ${slug}) ORDER BY t."lastPostAt" DESC OFFSET ${offset} LIMIT 1`;
  return row?.id ?? "";
}

async function asking(viewer: Viewer, page: PageName, values: Record<string, string>) {
  const address = pathTo("en", page, values);
  const loader = await loaderOf(page);
  return async () => {
    const response = await loader(visit(viewer, address, values));
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    return response.json();
  };
}

/** The loader of the route that answers at an address of the map. */
async function loaderOf(page: PageName): Promise<Loader> {
  const route = (await readMap()).find((one) => one.language === "en" && one.path === patterns[page].en);
  if (!route) throw new Error(`no route answers for ${page}`);
  return ((await import(/* @vite-ignore */ path.resolve("app", route.file))) as { loader: Loader }).loader;
}
