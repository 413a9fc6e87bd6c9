import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { listAllReviews } from "~/features/library/review-queue.server";
import { ReviewQueue } from "~/features/publishing/components/review-queue";
import { kindNames } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import { isLanguage, languages } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const wanted = searchParams.get("language");
  const wantedKind = kindNames.find((name) => name === searchParams.get("kind")) ?? null;
  const { reviews, kinds, isCut } = await listAllReviews(actor, args.context.language);
  const all = reviews.map(
    ({ id, kind, slug, language, revision, submittedAt, submitter, claimant, organization, isUpdate, mayDecide }) => ({
      id,
      kind,
      language,
      title: revision.title,
      words: revision.words,
      organization,
      submittedAt,
      submitter: submitter?.name ?? null,
      claimant: claimant?.name ?? null,
      isMine: claimant?.id === actor.id,
      isOwn: !mayDecide,
      isUpdate,
      address: pathTo(language, `${kind}Review`, { slug }),
    }),
  );
  const items = wantedKind ? all.filter(({ kind }) => kind === wantedKind) : all;
  return json({
    kind: wantedKind,
    kinds: kinds.length > 1 ? kinds.map((name) => ({ name, count: all.filter(({ kind }) => kind === name).length })) : [],
    language: isLanguage(wanted) ? wanted : null,
    isCut,
    counts: {
      all: items.length,
      en: items.filter(({ language }) => language === "en").length,
      fr: items.filter(({ language }) => language === "fr").length,
    },
    items: isLanguage(wanted) ? items.filter(({ language }) => language === wanted) : items,
  });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [pageTitle(location.pathname, (t) => t("reviews.queue.title"))];

export default function ReviewsPage() {
  const { language: chosen, kind, kinds, counts, items, isCut } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const choices = [
    { label: t("reviews.queue.all"), value: null, count: counts.all },
    ...languages.map((each) => ({ label: t(`publishing.language.${each}`), value: each, count: counts[each] })),
  ];

  return (
    <>
      <Breadcrumbs steps={[{ label: t("reviews.queue.title") }]} />
      <div className="page">
        <PageHeader title={t("reviews.queue.title")} lead={t("reviews.queue.lead")} />
        {kinds.length > 0 && (
          <nav aria-label={t("reviews.queue.kinds")}>
            <ul className="chip-list">
              {[{ name: null, count: kinds.reduce((sum, { count }) => sum + count, 0) }, ...kinds].map(({ name, count }) => (
                <li key={name ?? "all"}>
                  <a
                    className="chip"
                    href={pathTo(language, "reviews", { kind: name ?? undefined, language: chosen ?? undefined })}
                    aria-current={kind === name ? "true" : undefined}
                  >
                    {t(name ? `reviews.queue.kind.${name}` : "reviews.queue.everyKind")} ({count})
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {counts.all > 0 && (
          <nav aria-label={t("reviews.queue.languages")}>
            <ul className="chip-list">
              {choices.map(({ label, value, count }) => (
                <li key={label}>
                  <a
                    className="chip"
                    href={pathTo(language, "reviews", { kind: kind ?? undefined, language: value ?? undefined })}
                    aria-current={chosen === value ? "true" : undefined}
                  >
                    {label} ({count})
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {items.length > 0 && <p className="list-count">{t("reviews.queue.count", { count: items.length })}</p>}
        {isCut && <p>{t("reviews.queue.more", { count: counts.all })}</p>}
        <ReviewQueue items={items} />
        {items.length === 0 && (
          <EmptyState title={t(counts.all === 0 ? "reviews.queue.empty" : "reviews.queue.emptyInLanguage")}>
            <p>{t("reviews.queue.emptyHint")}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
