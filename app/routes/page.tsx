import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { useTranslation } from "~/i18n/context";
import { readPage } from "~/platform/content.server";
import { found } from "~/platform/errors";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Contents } from "~/ui/contents";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { Time } from "~/ui/time";

/** The pages that ship with the portal, by the folder of their texts below content/pages. */
const texts = [
  { page: "about", key: "about" },
  { page: "conduct", key: "code-of-conduct" },
  { page: "terms", key: "terms" },
  { page: "privacy", key: "privacy" },
  { page: "accessibility", key: "accessibility" },
] as const;

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const { key } = found(texts.find(({ page }) => pathTo(language, page) === pathname.replace(/\/$/, "")));
  return json(await readPage(key, language));
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  data ? [pageTitle(location.pathname, () => data.title), { name: "description", content: data.summary }] : [];

export default function Page() {
  const { title, summary, html, sections, modifiedOn, version } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <>
      <Breadcrumbs steps={[{ label: title }]} />
      <article className="page">
        <PageHeader title={title} lead={summary} />
        <div className="with-aside">
          <div className="stack stack-large">
            <Prose html={html} />
            <p className="modified">
              {version && (
                <>
                  {t("settings.consent.version")} <Time at={version} />
                  <br />
                </>
              )}
              {t("site.dateModified")} <Time at={modifiedOn} />
            </p>
          </div>
          <aside className="aside-sticky only-wide">
            <Contents sections={sections.map(({ key, heading }) => ({ key: `s-${key}`, heading }))} />
          </aside>
        </div>
      </article>
    </>
  );
}
