import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { allows } from "~/features/accounts/roles";
import { OwnGuide } from "~/features/practices/components/editor-own";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { listOwn } from "~/features/publishing/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const guides = await listOwn(practiceKind, actor);
  const newestFirst = guides.sort((a, b) => Number(b.changedAt) - Number(a.changedAt));

  return json({ guides: newestFirst, mayWrite: allows(actor, practiceKind.write) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("writing.mine.title")),
  { name: "robots", content: "noindex" },
];

export default function MyGuidesPage() {
  const { guides, mayWrite } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const begin = pathTo(useLanguage(), "newPractice");
  const shown = guides.filter((guide) => !guide.isDiscarded);
  const putAway = guides.filter((guide) => guide.isDiscarded);

  return (
    <div className="page">
      <Breadcrumbs steps={[{ label: t("writing.mine.title") }]} />
      <PageHeader title={t("writing.mine.title")} lead={t("writing.mine.lead")}>
        {shown.length > 0 && mayWrite && (
          <div>
            <ButtonLink href={begin}>{t("writing.mine.begin")}</ButtonLink>
          </div>
        )}
      </PageHeader>
      {shown.length === 0 ? (
        <EmptyState title={t("writing.mine.empty")}>
          <p>{t("writing.mine.emptyText")}</p>
          <ButtonLink href={begin}>{t("writing.mine.beginFirst")}</ButtonLink>
        </EmptyState>
      ) : (
        <List guides={shown} />
      )}
      {shown.some((guide) => guide.mayDiscard) && <p className="field-hint">{t("writing.mine.putAwayHint")}</p>}
      {putAway.length > 0 && (
        <section className="stack" aria-labelledby="put-away">
          <h2 id="put-away">{t("writing.mine.archive")}</h2>
          <p>{t("writing.mine.archiveLead")}</p>
          <List guides={putAway} />
        </section>
      )}
    </div>
  );
}

type Guides = ReturnType<typeof useLoaderData<typeof loader>>["guides"];

const List = ({ guides }: { guides: Guides }) => (
  <ul className="card-list">
    {guides.map((guide) => (
      <li key={`${guide.language} ${guide.slug}`}>
        <OwnGuide guide={guide} level={guide.isDiscarded ? "h3" : "h2"} />
      </li>
    ))}
  </ul>
);
