import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { TakeAlong } from "~/features/exchange/components/take-along";
import { pageOf } from "~/features/library/citation";
import { CiteThis } from "~/features/library/components/cite-this";
import { VersionNotice } from "~/features/library/components/version-notice";
import { VersionFacts, VersionText } from "~/features/library/components/version-text";
import { kindAt } from "~/features/library/kinds.server";
import { linkHeaders, versionSignposts } from "~/features/library/signposts";
import { getVersion, type VersionPage } from "~/features/library/version.server";
import { listOf } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { numberParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import type { Alternates } from "~/ui/alternates";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const kind = kindAt(request).name;
  const number = numberParam(params, "number");
  const version = await getVersion(viewer, kind, language, param(params, "slug"), number);
  if (version.outcome === "moved")
    throw redirect(
      pathTo(version.language, pageOf(kind, "Version"), { slug: version.slug, number }),
      version.language === language ? 301 : 302,
    );

  const headers: HeadersInit = version.citation.isOpen ? { Link: versionSignposts(version.citation) } : {};
  return json({ version, alternates: alternatesOf(version) }, { headers });
}

export const headers = linkHeaders;

/** What stands has one address for search engines, the page of the work; an old version has its own. The other language shows what stands there. */
function alternatesOf({ citation: { kind, slug, slugs, version, retiredOn } }: VersionPage): Alternates {
  const other = otherLanguage(version.language);
  const isWork = version.isCurrent && retiredOn === null;
  return {
    [version.language]: isWork
      ? pathTo(version.language, pageOf(kind, ""), { slug })
      : pathTo(version.language, pageOf(kind, "Version"), { slug, number: version.number }),
    [other]: pathTo(other, retiredOn === null ? pageOf(kind, "") : pageOf(kind, "Citation"), { slug: slugs[other] ?? slug }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { title, lead, version, isOpen } = data.version.citation;
  return [
    pageTitle(location.pathname, (t) => `${title} (${t("citing.version", { number: version.number })})`),
    { name: "description", content: lead },
    ...(version.isCurrent && isOpen ? [] : [{ name: "robots", content: "noindex" }]),
  ];
};

export default function VersionRoute() {
  const { version } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { citation } = version;
  const { kind, slug, title } = citation;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(`citing.list.${kind}`), href: pathTo(language, listOf[kind]) },
          { label: title, href: pathTo(language, pageOf(kind, ""), { slug }) },
          { label: t("citing.version", { number: citation.version.number }) },
        ]}
      />
      <article className="page">
        <div className="stack">
          <PageHeader eyebrow={t(`citing.genre.${kind}`)} title={title} lead={citation.lead} />
          <VersionNotice citation={citation} />
        </div>
        <VersionText version={version} />
        <footer className="stack stack-large">
          <section className="stack" aria-labelledby="about">
            <h2 id="about">{t(`citing.page.about.${kind}`)}</h2>
            <VersionFacts version={version} />
          </section>
          <TakeAlong citation={citation} />
          <CiteThis citation={citation} />
          <p className="print-only">
            {t("citing.block.address")} {citation.version.address}
          </p>
        </footer>
      </article>
    </>
  );
}
