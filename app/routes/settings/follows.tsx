import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { type Followed, listFollows } from "~/features/forums/follow-list.server";
import { levelsOf } from "~/features/forums/levels";
import { FollowForm } from "~/features/notifications/components/follow-form";
import { FollowWork } from "~/features/notifications/components/follow-work";
import { kinds } from "~/features/library/kinds.server";
import { type FollowedWork, listFollowedWorks } from "~/features/publishing/following.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

const groups = ["CATEGORY", "TOPIC", "THREAD"] as const;

/** They stand on the first page alone. */
const none: FollowedWork[] = [];

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = cursorOf(new URL(args.request.url));
  const { language } = args.context;
  const [listed, works] = await Promise.all([
    listFollows(actor, language, after),
    after ? none : listFollowedWorks(kinds, actor, language),
  ]);
  return json({ ...listed, works, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("notifications.follow.title")),
  { name: "robots", content: "noindex" },
];

export default function FollowsPage() {
  const { follows, works, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={t("notifications.follow.title")} lead={t("notifications.follow.pageLead")}>
      {groups
        .map((type) => ({ type, things: follows.filter((thing) => thing.type === type) }))
        .filter(({ things }) => things.length > 0)
        .map(({ type, things }) => (
          <section key={type} className="stack" aria-labelledby={`follows-${type}`}>
            <h2 id={`follows-${type}`}>{t(`notifications.follow.groups.${type}`)}</h2>
            <ul className="session-list">
              {things.map((thing) => (
                <FollowedThing key={thing.id} {...thing} />
              ))}
            </ul>
          </section>
        ))}
      {works.length > 0 && (
        <section className="stack" aria-labelledby="follows-CONTRIBUTION">
          <h2 id="follows-CONTRIBUTION">{t("notifications.follow.groups.CONTRIBUTION")}</h2>
          <ul className="session-list">
            {works.map(({ id, of, title, slug, language: own }) => (
              <li key={id} className="split">
                <a className="followed-name" href={pathTo(own, of, { slug })} lang={own}>
                  {title}
                </a>
                <FollowWork action={pathTo(own, `${of}Follow`, { slug })} isFollowed what={of} about={{ title, language: own }} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {follows.length + works.length === 0 && (
        <EmptyState title={t("notifications.follow.nothing")}>
          <p>{t("notifications.follow.nothingText")}</p>
          <p>
            <a href={pathTo(language, "forums")}>{t("notifications.follow.toForums")}</a>
          </p>
        </EmptyState>
      )}
      <Pagination next={next && pathTo(language, "follows", { after: next })} first={isFirst ? null : pathTo(language, "follows")} />
    </SettingsPage>
  );
}

function FollowedThing({ type, id, level, name, slug, language: own }: Followed) {
  const { page, form } = addressesOf(useLanguage(), { type, id, slug });

  return (
    <li className="split">
      <a className="followed-name" href={page} lang={own}>
        {name}
      </a>
      <FollowForm action={form} level={level} levels={levelsOf(type)} about={name} {...(own ? { aboutIn: own } : {})} />
    </li>
  );
}

function addressesOf(language: Language, { type, id, slug }: Pick<Followed, "type" | "id" | "slug">) {
  switch (type) {
    case "CATEGORY":
      return { page: pathTo(language, "category", { slug }), form: pathTo(language, "categoryFollow", { slug }) };
    case "TOPIC":
      return { page: pathTo(language, "forumTopic", { key: slug }), form: pathTo(language, "topicFollow", { key: slug }) };
    case "THREAD":
      return { page: pathTo(language, "thread", { id, slug }), form: pathTo(language, "threadFollow", { id, slug }) };
  }
}
