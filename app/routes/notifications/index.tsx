import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import type { Actor } from "~/features/accounts/actor";
import { requireActor } from "~/features/accounts/require-actor.server";
import { Live } from "~/features/forums/components/live";
import { describePosts, describeThreads } from "~/features/forums/described.server";
import { NotificationLine } from "~/features/notifications/components/notification-line";
import { describeCases, describeQueue } from "~/features/moderation/described.server";
import { type Line, listNotifications } from "~/features/notifications/inbox.server";
import { kinds } from "~/features/library/kinds.server";
import { describeSuggestions, describeTexts } from "~/features/publishing/described.server";
import type { KindName } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = cursorOf(new URL(args.request.url));
  const { lines, next } = await listNotifications(actor, after);
  const things = await describe(actor, args.context.language, lines);
  const shown = lines.map(({ id, kind, count, at, isRead, actorName, subjectType, subjectId }) => {
    const thing = things[subjectType].get(subjectId);
    const place = subjectType === "CONTRIBUTION" && thing ? thing.language : args.context.language;
    const href = thing && addressOf(place, kind, subjectType, subjectId, thing);
    const about = thing && href ? { name: actorName, title: thing.title, language: thing.language, href } : null;
    // Threads are read where they are; of the rest one says so oneself.
    const isThread = about !== null && (subjectType === "POST" || subjectType === "THREAD");
    return { id, kind, count, at: at.toISOString(), isRead, about, isReadByHand: !isRead && !isThread };
  });
  return json({ lines: shown, next, isFirst: after === null });
}

/** What the reader may see now of all that the lines speak of. */
async function describe(actor: Actor, language: Language, lines: Line[]) {
  const idsOf = (type: Line["subjectType"]) => lines.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
  const [POST, THREAD, SUGGESTION, CONTRIBUTION, CASE] = await Promise.all([
    describePosts(actor, idsOf("POST")),
    describeThreads(actor, idsOf("THREAD")),
    describeSuggestions(actor, idsOf("SUGGESTION")),
    describeTexts(kinds, actor, language, idsOf("CONTRIBUTION")),
    describeCases(actor, idsOf("CASE")),
  ]);
  return { POST, THREAD, SUGGESTION, CONTRIBUTION, CASE, QUEUE: describeQueue(actor, language, idsOf("QUEUE")) };
}

/** Of many posts, to the first that one has not read. */
function addressOf(
  language: Language,
  kind: Line["kind"],
  type: Line["subjectType"],
  id: string,
  { slug, of }: { slug: string; of?: KindName },
): string {
  switch (type) {
    case "POST":
      return pathTo(language, "postPlace", { id });
    case "THREAD":
      return pathTo(language, "threadUnread", { id, slug });
    case "SUGGESTION":
      return pathTo(language, "suggestionConsent", { id });
    case "CONTRIBUTION":
      if (kind === "version_published") return pathTo(language, of ?? "practice", { slug });
      if (kind === "upstream_changed") return pathTo(language, "upstream", { slug });
      return pathTo(language, kind === "evidence_changed" ? "practice" : "practiceSuggestions", { slug });
    case "CASE":
      return pathTo(language, "ownModeration", {}, `case-${id}`);
    case "QUEUE":
      return pathTo(language, "moderation");
  }
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("notifications.title")),
  { name: "robots", content: "noindex" },
];

export default function NotificationsPage() {
  const { lines, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("notifications.title") }]} />
      <div className="page page-reading" data-live="own">
        <PageHeader title={t("notifications.title")} lead={t("notifications.lead")} />
        <div className="split" id="notification-tools">
          <a href={pathTo(language, "follows")}>{t("notifications.settings")}</a>
          {lines.some(({ isRead }) => !isRead) && (
            <form method="post" action={pathTo(language, "notificationsReading")}>
              <Button variant="secondary" small>
                {t("notifications.markAll")}
              </Button>
            </form>
          )}
        </div>
        <div id="notifications">
          {lines.length > 0 ? (
            <ul className="notification-list" aria-label={t("notifications.list")}>
              {lines.map((line) => (
                <NotificationLine key={line.id} {...line} />
              ))}
            </ul>
          ) : (
            <EmptyState title={t("notifications.empty")}>
              <p>{t("notifications.emptyText")}</p>
            </EmptyState>
          )}
        </div>
        <Pagination
          next={next && pathTo(language, "notifications", { after: next })}
          first={isFirst ? null : pathTo(language, "notifications")}
        />
      </div>
      <Live />
    </>
  );
}
