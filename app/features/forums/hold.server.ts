import { type Actor, hasRole } from "~/features/accounts/actor";
import { dayAndTimeAt } from "~/features/accounts/end-of-day";
import { record } from "~/features/activity/record.server";
import type { Prisma } from "~/generated/prisma/client";
import { db, type Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { unprocessable } from "~/platform/errors";

import type { ComposerFields } from "./composer-values";
import type { HoldReason } from "./hold-reasons";
import { MOST_HELD } from "./limits";
import type { Standing } from "./newcomer.server";
import { hostsIn, isTelling } from "./outward";
import { findWatched } from "./watching";
import type { Drawn } from "./writing.server";

const HASTE_MS = 3_000;
const HOST_DAYS = 14;
const OTHERS_WITH_HOST = 2;

type Titled = Pick<Drawn, "id" | "body" | "poll" | "rendered"> & { title: string };

/** Why these words wait for a moderator before anybody else sees them; nothing where they do not. Remembers where newcomers lead to. */
export async function reasonsToHold(tx: Transaction, actor: Actor, standing: Standing, words: Titled): Promise<HoldReason[]> {
  const hosts = hostsIn(words.rendered.html, origin);
  const reasons: HoldReason[] = [];
  if (standing.isFirst) reasons.push("FIRST_POST");
  if (standing.isNewcomer && hosts.length > 0) reasons.push("LINKS");
  if ((await watchedIn(tx, actor, wholeTextOf(words))).length > 0) reasons.push("WATCHED_WORD");
  if (standing.isNewcomer && wasDrawnJustNow(words.id)) reasons.push("HASTE");
  if (standing.isStranger && (await isSharedByStrangers(tx, actor, hosts))) reasons.push("SAME_HOST");
  if (standing.isNewcomer) await rememberHosts(tx, actor, hosts);
  return reasons;
}

/** The watched words that stand in a text. Moderators are read by nobody before. */
export async function watchedIn(tx: Transaction, actor: Actor, text: string): Promise<string[]> {
  if (hasRole(actor, "MODERATOR", "ADMINISTRATOR")) return [];
  return findWatched(text, await watchedWords(tx));
}

/** All words that are watched, as they are looked for. */
export const watchedWords = async (tx: Transaction): Promise<string[]> =>
  (await tx.watchedWord.findMany({ select: { folded: true } })).map(({ folded }) => folded);

/** All that someone can read of a post: its title, its text as written and as drawn, and its poll. */
const wholeTextOf = ({ title, body, poll, rendered }: Omit<Titled, "id">): string =>
  [title, body, rendered.text, poll?.question ?? "", ...(poll?.options ?? [])].join("\n");

/** The id of a form tells when it was drawn; one of another make was not drawn by the portal. */
function wasDrawnJustNow(id: string, now = Date.now()): boolean {
  const hex = id.replaceAll("-", "");
  return hex[12] !== "7" || now - Number.parseInt(hex.slice(0, 12), 16) < HASTE_MS;
}

async function isSharedByStrangers(tx: Transaction, actor: Actor, hosts: string[]): Promise<boolean> {
  const telling = hosts.filter(isTelling);
  if (telling.length === 0) return false;
  const since = new Date(Date.now() - HOST_DAYS * 86_400_000);
  const shared = await tx.linkedHost.groupBy({
    by: ["host"],
    where: { host: { in: telling }, accountId: { not: actor.id }, at: { gt: since } },
    having: { host: { _count: { gte: OTHERS_WITH_HOST } } },
  });
  return shared.length > 0;
}

async function rememberHosts(tx: Transaction, { id }: Actor, hosts: string[]) {
  const telling = hosts.filter(isTelling);
  if (telling.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "LinkedHost" (host, "accountId", at) SELECT host, ${id}::uuid, now() FROM unnest(${telling}::text[]) AS host
    ON CONFLICT (host, "accountId") DO UPDATE SET at = excluded.at`;
}

/** Forgets where newcomers have led to, once it says nothing any more. */
export async function forgetOldHosts() {
  await db.linkedHost.deleteMany({ where: { at: { lt: new Date(Date.now() - HOST_DAYS * 86_400_000) } } });
}

/** Where words belong that wait. */
export type HeldPlace =
  | { kind: "THREAD"; categoryId: string; title: string; topics: string[] }
  | { kind: "REPLY"; threadId: string }
  | { kind: "REPLY"; contributionId: string };

/** Keeps words until a moderator has looked at them; the draft they come from is over. Refuses more than five at a time (422). Whoever calls has asked the policy. */
export async function holdWords(tx: Transaction, actor: Actor, place: HeldPlace, drawn: Drawn, reasons: HoldReason[]) {
  if ((await tx.heldPost.count({ where: { authorId: actor.id } })) >= MOST_HELD) throw unprocessable("holds.error.tooMany");
  const { title = "", topics = [], ...where } = place as HeldPlace & { title?: string; topics?: string[] };
  const { id, language } = drawn;
  const fields = { ...fieldsOf(drawn, actor.timeZone), title, topics } as Prisma.InputJsonValue;

  await tx.heldPost.create({ data: { id, authorId: actor.id, language, fields, reasons, ...where }, select: { id: true } });
  await tx.postDraft.deleteMany({ where: { id, accountId: actor.id } });
  await record(tx, actor, "post.held", { type: "HELD_POST", id }, { reasons: reasons.join(","), kind: place.kind });
}

/** The words as their form would send them. */
function fieldsOf({ language, body, replyTo, poll }: Drawn, timeZone: string): ComposerFields {
  return {
    version: 0,
    language,
    replyTo: replyTo ?? "",
    title: "",
    topics: [],
    body,
    pollQuestion: poll?.question ?? "",
    pollOptions: poll?.options.join("\n") ?? "",
    pollMultiple: poll?.isMultiple ? "on" : "",
    pollClosesAt: poll?.closesAt ? dayAndTimeAt(poll.closesAt, timeZone) : "",
    pollResults: poll?.results ?? "VOTED",
  };
}
