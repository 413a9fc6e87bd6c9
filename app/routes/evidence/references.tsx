import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ReferenceList } from "~/features/evidence/components/reference-list";
import { ReferencesFrame } from "~/features/evidence/components/references-frame";
import { listAlternates } from "~/features/evidence/list-alternates";
import { getReferences } from "~/features/evidence/reference-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { soughtText } from "~/platform/list-query";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { searchParams } = new URL(args.request.url);
  const sought = soughtText(searchParams.get("q"));
  const after = soughtText(searchParams.get("after"));
  const page = await getReferences(actor, language, param(args.params, "slug"), { after, sought });

  return json({ page, sought, after, alternates: listAlternates("references", language, page) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("references.title")} — ${data?.page.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function ReferencesPage() {
  const { page, sought, after } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, total, references, next } = page;
  const here = (values = {}) => pathTo(language, "references", { slug, ...(sought ? { q: sought } : {}), ...values });

  return (
    <ReferencesFrame summary={page} lead={t("references.list.lead")}>
      <div className="button-row">
        <ButtonLink href={pathTo(language, "referenceImports", { slug })}>{t("references.list.import")}</ButtonLink>
        <ButtonLink variant="secondary" href={pathTo(language, "newReference", { slug })}>
          {t("references.list.add")}
        </ButtonLink>
        <ButtonLink variant="quiet" href={pathTo(language, "summaryEdit", { slug })}>
          {t("references.list.back")}
        </ButtonLink>
      </div>
      {page.stale.length > 0 && <Stale languages={page.stale} />}
      {total === 0 ? (
        <EmptyState title={t("references.list.empty")}>
          <p>{t("references.list.emptyHint")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="hint">
            {t("references.list.how", { example: `[@${references[0]?.key ?? "kiely2022"}]`, several: "[@kiely2022; @mercer2019]" })}
          </p>
          <section className="stack" aria-labelledby="count">
            <h2 id="count">{t("references.list.count", { count: total })}</h2>
            {(total > 10 || sought) && <Finder slug={slug} sought={sought} />}
            {references.length > 0 ? (
              <ReferenceList slug={slug} references={references} />
            ) : (
              <EmptyState title={t("references.list.none", { sought })}>
                <ButtonLink variant="secondary" href={pathTo(language, "references", { slug })}>
                  {t("references.list.all")}
                </ButtonLink>
              </EmptyState>
            )}
          </section>
          <Pagination next={next && here({ after: next })} first={after ? here() : null} />
        </>
      )}
    </ReferencesFrame>
  );
}

function Stale({ languages }: { languages: ("en" | "fr")[] }) {
  const t = useTranslation();
  const names = formatList(
    languages.map((each) => t(`references.list.cited.${each}`)),
    useLanguage(),
  );
  return <Notice kind="warning">{t("references.list.stale", { languages: names })}</Notice>;
}

function Finder({ slug, sought }: { slug: string; sought: string }) {
  const t = useTranslation();
  return (
    <search>
      <form className="reference-finder" action={pathTo(useLanguage(), "references", { slug })}>
        <Field
          name="q"
          type="search"
          label={t("references.list.search")}
          hint={t("references.list.searchHint")}
          defaultValue={sought}
          maxLength={200}
        />
        <button className="button button-secondary" type="submit">
          {t("references.list.searchSubmit")}
        </button>
      </form>
    </search>
  );
}
