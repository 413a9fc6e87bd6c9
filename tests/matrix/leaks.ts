import { Agent, request } from "node:http";

import { findActor } from "~/features/accounts/session.server";
import { linkWords, renderPost } from "~/features/forums/render.server";
import { languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import type { Method } from "./ask";
import { nameOf, routes } from "./cells";
import { all, members, ofRiverside, type Who } from "./design";
import type { World } from "./world";

/** Threads that some may not see, and who may. Their titles, words, addresses, files, and the names of their categories hold a canary. */
const hidden = {
  members,
  affiliated: all(ofRiverside, ["practitioner of elsewhere", "steward of elsewhere"]),
  staff: ["silenced", "editor", "moderator", "administrator"],
  riverside: ofRiverside,
  guide: ofRiverside,
  removed: [],
} as const satisfies Record<string, readonly Who[]>;

type Hidden = keyof typeof hidden;

const whats = Object.keys(hidden) as Hidden[];

/** Those who have the least, and those who see one thing and not another. */
export const askers: Who[] = ["visitor", "suspended", "member", "practitioner of elsewhere", "practitioner", "moderator"];

const hiddenFrom = (who: Who): Hidden[] => whats.filter((what) => !(hidden[what] as readonly Who[]).includes(who));

/** What must not be told to someone, in any form of writing. */
export const canaryOf = (who: Who): RegExp =>
  new RegExp(`canary[ -]?(?:title|words|name|place|draft|file)[ -](?:${hiddenFrom(who).join("|")})\\b|canary note`, "i");

export type Traps = { files: Record<Hidden, string> };

/** Puts what is hidden where it could come out: names of files, polls, links and notices in the open, and what everyone keeps for themselves. */
export async function layTraps({ forums: { threads, categories }, sessions }: Pick<World, "forums" | "sessions">): Promise<Traps> {
  const files = {} as Record<Hidden, string>;
  const { authorId } = await db.post.findUniqueOrThrow({ where: { id: threads.open.posts[0] ?? "" } });
  const author = found(await findActor(authorId ?? ""));
  for (const what of whats) {
    const [first = "", second = ""] = threads[what].posts;
    const { id } = await db.attachment.create({
      data: {
        name: `canary-file-${what}.pdf`,
        type: "application/pdf",
        bytes: Buffer.from(`Canary words ${what}`),
        size: 20,
        uploaderId: author.id,
      },
    });
    await db.postAttachment.create({ data: { postId: first, attachmentId: id } });
    await db.poll.create({
      data: { postId: second, question: `Canary words ${what}`, options: { create: [{ position: 0, label: `Canary words ${what}` }] } },
    });
    files[what] = id;
  }
  await linkFromTheOpen(author, threads);
  const comers = await db.account.findMany({ where: { name: { in: [...sessions.keys()] } }, select: { id: true } });
  for (const { id } of comers)
    for (const what of whats) await belongings(id, threads[what], what in categories ? categories[what as "staff"].id : null);
  return { files };
}

/** Words and notices in an open thread that lead to hidden ones, as they are written by who sees both. */
async function linkFromTheOpen(author: NonNullable<Awaited<ReturnType<typeof findActor>>>, threads: World["forums"]["threads"]) {
  const { id: threadId } = threads.open;
  const links = whats.map((what) => `/en/threads/${threads[what].id}/x and /en/posts/${threads[what].posts[0]}`);
  const postId = newId();
  const source = { language: "en", body: links.join("\n\n"), postId } as const;
  const rendered = await renderPost({ ...source, actor: author, seenBy: "EVERYONE" });
  const { html, text, renderer } = rendered;
  await db.post.create({
    data: { id: postId, threadId, number: 4, authorId: author.id, language: "en", body: source.body, html, text, renderer },
  });
  await db.$transaction((tx) => linkWords(tx, postId, rendered));
  for (const [index, what] of whats.entries())
    await db.post.create({
      data: {
        threadId,
        number: 5 + index,
        notice: "MOVED",
        otherThreadId: threads[what].id,
        language: "en",
        body: "",
        html: "",
        renderer: 0,
      },
    });
  await db.thread.update({ where: { id: threadId }, data: { lastNumber: 4 + whats.length } });
}

/** What someone has of a place that they see no more. */
async function belongings(accountId: string, { id: threadId, posts }: { id: string; posts: string[] }, categoryId: string | null) {
  const [postId = ""] = posts;
  await db.bookmark.create({ data: { accountId, postId } });
  await db.reading.create({ data: { accountId, threadId, lastNumber: 1 } });
  await db.follow.createMany({
    data: [
      { accountId, subjectType: "THREAD", subjectId: threadId, level: "TRACKING" },
      ...(categoryId ? [{ accountId, subjectType: "CATEGORY", subjectId: categoryId, level: "WATCHING" } as const] : []),
    ],
  });
  await db.notification.createMany({
    data: [
      { accountId, kind: "posted", subjectType: "THREAD", subjectId: threadId },
      { accountId, kind: "replied", subjectType: "POST", subjectId: postId },
      { accountId, kind: "mentioned", subjectType: "POST", subjectId: postId },
    ],
  });
  await db.postDraft.create({ data: { id: newId(), accountId, kind: "REPLY", threadId, fields: { body: "My own words." } } });
  if (categoryId)
    await db.postDraft.create({
      data: { id: newId(), accountId, kind: "THREAD", categoryId, fields: { title: "Mine", body: "My own words." } },
    });
}

export type Question = {
  method: Method;
  path: string;
  who: Who;
  form?: Record<string, string>;
  /** The module that answers, and what stands in the blanks of its address. */
  file: string;
  values: Record<string, string>;
};

/** What of the world the addresses lead to. */
export type Places = {
  forums: World["forums"];
  guides: Record<"en" | "fr", { forRiverside: string }>;
  organizations: { riverside: { slug: string } };
  profile: string;
  colleague: string;
};

const NOWHERE = "0199aaaa-0000-7000-8000-000000000000";

/** Where what is written may be changed by a form that holds nothing, the form is not sent. */
const FORMS = /^(?:forums|threads|posts|bookmarks|drafts|attachments|suggestions)\b/;

/** Every address of the portal, with everything hidden from someone in its blanks, by every method that tells something. */
export function questionsTo({ forums, guides, organizations, profile, colleague }: Places, { files }: Traps, who: Who): Question[] {
  const questions: Question[] = [];
  for (const route of routes.filter((one) => one.id !== "routes/live" && nameOf(one) !== "accounts/sign-out")) {
    const language = route.language ?? "en";
    for (const what of route.path.includes(":") ? hiddenFrom(who) : hiddenFrom(who).slice(0, 1)) {
      const thread = forums.threads[what];
      const category = what in forums.categories ? forums.categories[what as "staff"] : forums.categories.riverside;
      const slugs: [RegExp, string][] = [
        [/^(?:threads|fils)\//, "x"],
        [/^forums\//, category.slug],
        [/^(?:organizations|organismes|admin)/, organizations.riverside.slug],
        [/^(?:people|personnes)/, profile],
        [/./, guides[language].forRiverside],
      ];
      const ids: [RegExp, string][] = [
        [/^(?:threads|fils)\//, thread.id],
        [/^(?:posts|messages)\//, thread.posts[0] ?? ""],
        [/^(?:drafts|brouillons)\//, forums.draft],
        [/(?:categories|spaces|espaces)\//, category.id],
        [/./, colleague],
      ];
      const fill = (list: [RegExp, string][]) => list.find(([path]) => path.test(route.path))?.[1] ?? "x";
      const blanks: Record<string, string> = { slug: fill(slugs), id: fill(ids), key: files[what], number: "1", person: colleague };
      const filled = route.path.replace(/:(\w+)/g, (_, name: string) => blanks[name] ?? NOWHERE).replace("*", "nowhere");
      const path = `/${[route.language, filled].filter(Boolean).join("/").replace(/^\//, "")}`;
      const values = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, blanks[name] ?? NOWHERE]));
      const about = { who, file: route.file, values };
      for (const query of queriesFor(thread)) {
        const data = `${query === "" ? "?" : `${query}&`}_data=${encodeURIComponent(route.id)}`;
        questions.push({ method: "GET", path: path + (language === "en" ? query : data), ...about });
        if (!/forums|threads|posts/.test(path) && query === "") break;
      }
      if (language === "fr") continue;
      questions.push({ method: "HEAD", path, ...about });
      if (FORMS.test(route.path)) questions.push({ method: "POST", path, ...about, form: {} });
    }
  }
  return [...questions, ...previews(forums, who)];
}

const queriesFor = ({ id, posts }: { id: string; posts: string[] }): string[] => [
  "",
  `?q=canary&title=Canary%20title&thread=${id}&into=${id}&quote=${posts[0]}&to=1&page=1`,
  `?list=unread&after=${id}&page=9`,
];

/** Words that lead to what is hidden, drawn before they are sent. */
const previews = ({ threads }: World["forums"], who: Who): Question[] =>
  languages.flatMap((language) =>
    hiddenFrom(who).map((what): Question => {
      const path = language === "en" ? "/en/forums/preview" : "/fr/forums/apercu";
      return {
        method: "POST",
        path,
        who,
        file: "routes/forums/preview.tsx",
        values: {},
        form: {
          id: NOWHERE,
          kind: "REPLY",
          thread: threads.open.id,
          language,
          body: `/en/threads/${threads[what].id}/x, /fr/messages/${threads[what].posts[0]}`,
        },
      };
    }),
  );

const agent = new Agent({ keepAlive: true, maxSockets: 24 });

/** All that an answer says: its status, its headers, and its words. */
export function readWhole(url: string, { method, path, form }: Question, session: string | undefined): Promise<string> {
  const body = form && new URLSearchParams(form).toString();
  const { hostname, port } = new URL(url);
  const headers = {
    Origin: url,
    ...(session ? { Cookie: `__Host-session=${session}` } : {}),
    ...(body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () => resolve(`${response.statusCode}\n${response.rawHeaders.join("\n")}\n${Buffer.concat(chunks).toString()}`));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
