import type { Actor } from "~/features/accounts/actor";
import type { Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { unprocessable } from "~/platform/errors";

import { watchedIn } from "./hold.server";
import { standingOf } from "./newcomer.server";
import { hostsIn } from "./outward";
import type { RenderedPost } from "./render.server";

type Edited = { body: string; rendered: Pick<RenderedPost, "html" | "text"> };

/**
 * Refuses to bring into a post what a moderator would look at first if it were posted: words of someone who was never let through, new links of
 * newcomers, watched words that did not stand there (422).
 */
export async function refuseUnseen(tx: Transaction, actor: Actor, postId: string, { body, rendered }: Edited) {
  const saved = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: { body: true, html: true, text: true } });
  const standing = await standingOf(tx, actor);
  if (standing.isFirst) throw unprocessable("holds.error.editFirst");

  const before = hostsIn(saved.html, origin);
  if (standing.isNewcomer && hostsIn(rendered.html, origin).some((host) => !before.includes(host)))
    throw unprocessable("holds.error.editLinks");

  const known = await watchedIn(tx, actor, `${saved.body}\n${saved.text}`);
  const watched = await watchedIn(tx, actor, `${body}\n${rendered.text}`);
  if (watched.some((word) => !known.includes(word))) throw unprocessable("holds.error.editWatched");
}

/** Refuses a new title with watched words that the old one did not have (422). */
export async function refuseWatchedTitle(tx: Transaction, actor: Actor, title: string, before: string) {
  const known = await watchedIn(tx, actor, before);
  if ((await watchedIn(tx, actor, title)).some((word) => !known.includes(word))) throw unprocessable("holds.error.titleWatched");
}
