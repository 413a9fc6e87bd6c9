import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { seenPosts } from "~/features/forums/proposal.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { Words } from "~/features/publishing/components/diff";
import { workAlternates } from "~/features/publishing/work-alternates";
import { listSuggestions, type WaitingSuggestion } from "~/features/publishing/suggestion-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const page = await listSuggestions(practiceKind, actor, language, param(args.params, "slug"));
  const seen = await seenPosts(
    actor,
    page.waiting.map(({ postId }) => postId),
  );
  // Words can be read here, where they were given; their place only by who reads there.
  const waiting = page.waiting.map((one) => ({ ...one, postId: one.postId && seen.has(one.postId) ? one.postId : null }));

  return json({ ...page, waiting, alternates: workAlternates("practice", language, page.slug) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("suggestions.guide.title")} — ${data?.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function SuggestionsPage() {
  const { title, slug, waiting, isInReview, other } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const guide = pathTo(language, "practice", { slug });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: title, href: guide },
          { label: t("suggestions.guide.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={title} title={t("suggestions.guide.title")} lead={t("suggestions.guide.lead")} />
        {isInReview && waiting.length > 0 && <Notice kind="warning">{t("suggestions.error.inReview")}</Notice>}
        {waiting.length > 0 ? (
          <ul className="card-list">
            {waiting.map((suggestion) => (
              <Waiting key={suggestion.id} slug={slug} suggestion={suggestion} isInReview={isInReview} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t("suggestions.guide.empty")}>
            <p>{t("suggestions.guide.emptyText")}</p>
            <ButtonLink href={guide}>{t("suggestions.guide.back")}</ButtonLink>
          </EmptyState>
        )}
        {other && (
          <p>
            <a href={pathTo(other.language, "practiceSuggestions", { slug: other.slug })}>
              {t("suggestions.guide.elsewhere", { count: other.count })}
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function Waiting({ slug, suggestion, isInReview }: { slug: string; suggestion: WaitingSuggestion; isInReview: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, heading, author, proposer, body, note, postId, offer } = suggestion;

  return (
    <li className="card">
      <h2 className="card-title">
        {heading === null ? t("suggestions.guide.whole") : t("suggestions.guide.section", { section: heading })}
      </h2>
      <p className="meta-line">
        <span>{t("suggestions.guide.by", { name: author ?? t("suggestions.guide.formerMember") })}</span>
        {proposer && <span>{t("suggestions.guide.proposedBy", { name: proposer })}</span>}
        {postId && (
          <span>
            <a href={pathTo(language, "postPlace", { id: postId })}>{t("suggestions.guide.post")}</a>
          </span>
        )}
      </p>
      {offer ? (
        <>
          <p>
            {offer.from ? (
              <a href={pathTo(language, "practice", { slug: offer.from.slug })}>
                {t("suggestions.guide.fromAdaptation", { title: offer.from.title })}
              </a>
            ) : (
              t("suggestions.guide.fromGone")
            )}{" "}
            {t("suggestions.guide.since", { number: offer.number })}
          </p>
          <Words pieces={offer.changes} />
        </>
      ) : (
        <blockquote className="quoted">{body}</blockquote>
      )}
      {note && (
        <div className="stack stack-small">
          <h3 className="aside-title">{t("suggestions.guide.note")}</h3>
          <p className="card-text">{note}</p>
        </div>
      )}
      <div className="button-row">
        {!isInReview && (
          <form method="post" action={pathTo(language, "suggestionTaking", { slug, id })}>
            <Button>{t(offer ? "suggestions.guide.merge" : "suggestions.guide.take")}</Button>
          </form>
        )}
        <ButtonLink variant="secondary" href={pathTo(language, "suggestionRefusal", { slug, id })}>
          {t("suggestions.guide.decline")}
        </ButtonLink>
      </div>
    </li>
  );
}
