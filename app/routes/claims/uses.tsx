import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useUsesText } from "~/features/claims/components/used-in";
import { getUses, type Use } from "~/features/claims/uses.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const after = cursorOf(new URL(request.url));
  const page = await getUses(viewer, language, slug, after);
  if (page.outcome === "moved") throw redirect(pathTo(language, "uses", { slug: page.slug }), 301);
  if (page.outcome === "retired") throw redirect(pathTo(language, "summary", { slug }));

  return json({ page, isFirst: after === null, alternates: alternatesAt("uses", page.alternates) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { title, isPublic, isMissingHere } = data.page;
  return [
    pageTitle(location.pathname, (t) => `${t("claims.uses.title")} — ${title}`),
    ...(isPublic && !isMissingHere ? [] : [{ name: "robots", content: "noindex" }]),
  ];
};

export default function UsesPage() {
  const { page, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, title, uses, items, next } = page;
  const lang = page.isMissingHere ? page.language : undefined;
  const told = useUsesText(uses);

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("evidence.list.title"), href: pathTo(language, "summaries") },
          { label: title, href: pathTo(language, "summary", { slug }), lang },
          { label: t("claims.uses.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={<span lang={lang}>{title}</span>} title={t("claims.uses.title")} lead={uses.guides > 0 ? told : undefined} />
        {items.length === 0 && (
          <EmptyState title={t("claims.uses.none")}>
            <p>{t("claims.uses.noneHint")}</p>
          </EmptyState>
        )}
        <div className="stack">
          {items.map((use) => (
            <Guide key={use.id} use={use} />
          ))}
        </div>
        <Pagination
          next={next && pathTo(language, "uses", { slug, after: next })}
          first={isFirst ? null : pathTo(language, "uses", { slug })}
        />
      </div>
    </>
  );
}

/** A guide with the sections that rest on the summary, each a way to where it stands. */
function Guide({ use }: { use: Use }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = use.language === language ? undefined : use.language;
  const guide = pathTo(use.language, "practice", { slug: use.slug });

  return (
    <Card title={use.title} href={guide} level="h2" lang={lang}>
      {use.organization && (
        <p className="meta-line">
          <a href={pathTo(language, "organization", { slug: use.organizationSlug })}>{use.organization}</a>
        </p>
      )}
      <ul>
        {use.claims.map(({ section, heading, stance, number }) => (
          <li key={`${section} ${stance} ${number}`}>
            <a href={`${guide}#s-${section}`} lang={lang} hrefLang={lang}>
              {heading}
            </a>
            {t("claims.uses.says", { stance: t(`claims.stance.${stance}`), number })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
