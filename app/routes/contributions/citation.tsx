import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageOf } from "~/features/library/citation";
import { getCitation } from "~/features/library/citation.server";
import { formsOf } from "~/features/library/cited-forms.server";
import { CitedFiles, CitedStyles } from "~/features/library/components/cited-styles";
import { CitedVersion } from "~/features/library/components/cited-version";
import { VersionList } from "~/features/library/components/version-list";
import { kindAt } from "~/features/library/kinds.server";
import { listOf } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languages } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { numberIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const kind = kindAt(request).name;
  const version = numberIn(new URL(request.url), "version");
  const found = await getCitation(viewer, kind, language, param(params, "slug"), version ?? null);
  if (found.outcome === "moved")
    throw redirect(
      pathTo(found.language, pageOf(kind, "Citation"), { slug: found.slug, version }),
      found.language === language ? 301 : 302,
    );

  const { citation } = found;
  const { slug, slugs } = citation;
  const alternates = Object.fromEntries(
    languages.map((each) => [each, pathTo(each, pageOf(kind, "Citation"), { slug: slugs[each] ?? slug })]),
  );
  return json({ citation, forms: await formsOf(citation.item), alternates });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("citing.title")} — ${data?.citation.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function CitationRoute() {
  const { citation, forms } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { kind, slug, title, retiredOn, version } = citation;
  const lang = version.language === language ? undefined : version.language;
  const work = pathTo(language, pageOf(kind, ""), { slug });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(`citing.list.${kind}`), href: pathTo(language, listOf[kind]) },
          { label: title, lang, href: retiredOn ? undefined : work },
          { label: t("citing.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={<span lang={lang}>{title}</span>} title={t("citing.title")} lead={t("citing.lead")} />
        <CitedVersion citation={citation} />
        <CitedStyles styled={forms.styled} lang={version.language} />
        <CitedFiles citation={citation} files={forms.files} />
        <VersionList citation={citation} />
      </div>
    </>
  );
}
