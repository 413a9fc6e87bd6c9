import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { getBibliography } from "~/features/evidence/bibliography-page.server";
import { BibliographyList, PageLinks } from "~/features/evidence/components/bibliography-list";
import { TakeReferences } from "~/features/evidence/components/take-references";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { numberIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const page = numberIn(new URL(request.url), "page") ?? 1;
  const bibliography = await getBibliography(viewer, language, slug, page);
  if (bibliography.outcome === "elsewhere")
    throw bibliography.slug === null
      ? redirect(pathTo(language, "summary", { slug }))
      : redirect(pathTo(language, "bibliography", { slug: bibliography.slug, page: page > 1 ? page : undefined }), 301);

  const alternates = alternatesAt("bibliography", bibliography.alternates, { page: page > 1 ? page : undefined });
  return json({ bibliography, alternates, address: new URL(request.url).origin + (alternates[bibliography.language] ?? "") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { bibliography, address } = data;
  return [
    pageTitle(location.pathname, (t) => `${t("references.bibliography.title")} — ${bibliography.title}`),
    ...(bibliography.isPublic ? [] : [{ name: "robots", content: "noindex" }]),
    ...(bibliography.isMissingHere ? [{ tagName: "link", rel: "canonical", href: address }] : []),
  ];
};

export default function BibliographyPage() {
  const { bibliography } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, title, isMissingHere, total, references, first } = bibliography;
  const lang = isMissingHere ? bibliography.language : undefined;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("evidence.list.title"), href: pathTo(language, "summaries") },
          { label: title, href: pathTo(language, "summary", { slug }), lang },
          { label: t("references.bibliography.title") },
        ]}
      />
      <div className="page page-reading stack stack-large">
        <PageHeader
          eyebrow={<span lang={lang}>{title}</span>}
          title={t("references.bibliography.title")}
          lead={t("references.bibliography.lead")}
        />
        {total > 0 ? (
          <>
            <TakeReferences slug={slug} />
            <section className="stack" aria-labelledby="range">
              <h2 id="range">{t("references.bibliography.range", { from: first, to: first + references.length - 1, total })}</h2>
              <BibliographyList first={first} references={references} lang={lang} />
            </section>
            <PageLinks slug={slug} page={bibliography.page} pages={bibliography.pages} />
          </>
        ) : (
          <EmptyState title={t("references.bibliography.empty")}>
            <ButtonLink variant="secondary" href={pathTo(language, "summary", { slug })}>
              {t("references.bibliography.back")}
            </ButtonLink>
          </EmptyState>
        )}
      </div>
    </>
  );
}
