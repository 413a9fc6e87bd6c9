import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PairList } from "~/features/terminology/components/pair-list";
import { listPairs } from "~/features/terminology/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { onlySet, soughtText } from "~/platform/list-query";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import styles from "~/styles/terminology.css";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const q = soughtText(url.searchParams.get("q"), 100);
  const after = cursorOf(url);
  const start = pathTo(language, "terminology", onlySet({ q }));
  // A form sends every field; what is not set has no place in an address that people share.
  if (url.searchParams.get("q") === "") throw redirect(start);
  const list = await listPairs(viewer, language, q, after);
  if (after && list.items.length === 0) throw redirect(start);

  return json({ q, list, isFirst: after === null });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("terminology.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("terminology.list.lead") },
];

export default function TerminologyPage() {
  const { q, list, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const all = pathTo(language, "terminology");

  return (
    <>
      <Breadcrumbs steps={[{ label: t("terminology.list.title") }]} />
      <div className="page">
        <PageHeader title={t("terminology.list.title")} lead={t("terminology.list.lead")}>
          {list.may.keep && (
            <div>
              <ButtonLink href={pathTo(language, "newTermPair")}>{t("terminology.list.add")}</ButtonLink>
            </div>
          )}
        </PageHeader>
        <search>
          <form className="inline-form" action={all}>
            <Field className="term-search" name="q" type="search" label={t("terminology.list.search")} defaultValue={q} maxLength={100} />
            <Button variant="secondary">{t("terminology.list.apply")}</Button>
          </form>
        </search>
        <section className="stack" aria-labelledby="results">
          <h2 className="list-count" id="results" tabIndex={-1}>
            {q ? t("terminology.list.found", { count: list.total, q }) : t("terminology.list.count", { count: list.total })}
          </h2>
          {q && list.total > 0 && (
            <p>
              <a href={all}>{t("terminology.list.all")}</a>
            </p>
          )}
          {list.total === 0 && <Nothing isSearch={q !== ""} all={all} />}
          {list.total > 0 && <PairList pairs={list.items} mayKeep={list.may.keep} />}
          <Pagination
            next={list.next && pathTo(language, "terminology", { ...onlySet({ q }), after: list.next })}
            first={isFirst ? null : pathTo(language, "terminology", onlySet({ q }))}
          />
        </section>
      </div>
    </>
  );
}

function Nothing({ isSearch, all }: { isSearch: boolean; all: string }) {
  const t = useTranslation();
  if (!isSearch) return <EmptyState title={t("terminology.list.empty")}>{t("terminology.list.emptyHint")}</EmptyState>;

  return (
    <EmptyState title={t("terminology.list.none")}>
      <p>{t("terminology.list.noneHint")}</p>
      <a href={all}>{t("terminology.list.all")}</a>
    </EmptyState>
  );
}
