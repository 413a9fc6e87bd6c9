import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { allows } from "~/features/accounts/roles";
import { kindAt, kinds } from "~/features/library/kinds.server";
import { OwnGuide } from "~/features/publishing/components/editor-own";
import { listOwn } from "~/features/publishing/queries.server";
import { useKind } from "~/features/publishing/use-kind";
import { kindOfPath } from "~/features/publishing/kind-of-path";
import { useWord, wordOf } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const guides = await listOwn(kind, actor);
  const newestFirst = guides.sort((a, b) => Number(b.changedAt) - Number(a.changedAt));
  const written = Object.values(kinds).filter(({ write }) => allows(actor, write));
  return json({ guides: newestFirst, mayWrite: allows(actor, kind.write), written: written.map(({ name }) => name) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t(wordOf(kindOfPath(location.pathname), "writing.mine.title"))),
  { name: "robots", content: "noindex" },
];

export default function MyGuidesPage() {
  const { guides, mayWrite, written } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const begin = pathTo(language, `${kind}New`);
  const shown = guides.filter((guide) => !guide.isDiscarded);
  const putAway = guides.filter((guide) => guide.isDiscarded);

  return (
    <div className="page">
      <Breadcrumbs steps={[{ label: t(word("writing.mine.title")) }]} />
      <PageHeader title={t(word("writing.mine.title"))} lead={t("writing.mine.lead")}>
        {shown.length > 0 && mayWrite && (
          <div>
            <ButtonLink href={begin}>{t(word("writing.mine.begin"))}</ButtonLink>
          </div>
        )}
      </PageHeader>
      {written.length > 1 && (
        <nav aria-label={t("reviews.queue.kinds")}>
          <ul className="chip-list">
            {written.map((name) => (
              <li key={name}>
                <a className="chip" href={pathTo(language, `${name}Mine`)} aria-current={name === kind ? "page" : undefined}>
                  {t(wordOf(name, "writing.mine.title"))}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t("writing.mine.empty")}>
          <p>{t("writing.mine.emptyText")}</p>
          <ButtonLink href={begin}>{t(word("writing.mine.beginFirst"))}</ButtonLink>
        </EmptyState>
      ) : (
        <List guides={shown} />
      )}
      {shown.some((guide) => guide.mayDiscard) && <p className="field-hint">{t("writing.mine.putAwayHint")}</p>}
      <p>
        <a href={pathTo(language, "siteParity")}>{t("parity.overview.title")}</a>
      </p>
      <p>
        <a href={pathTo(language, "terminology")}>{t("terminology.list.title")}</a>
      </p>
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
