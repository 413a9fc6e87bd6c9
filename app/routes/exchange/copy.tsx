import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChangedSections, CopyNotice } from "~/features/exchange/components/copy-state";
import { TakeAlong } from "~/features/exchange/components/take-along";
import { getCopy } from "~/features/exchange/copy.server";
import { pageOf } from "~/features/library/citation";
import { listOf } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languages } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

/** Behind the code on every copy: whether it is still what stands. */
export async function loader({ params, context: { viewer } }: LoaderFunctionArgs) {
  const id = idParam(params);
  const alternates = Object.fromEntries(languages.map((each) => [each, pathTo(each, "copy", { id })]));
  return json({ copy: await getCopy(viewer, id), alternates });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { is, title } = data.copy;
  return [pageTitle(location.pathname, (t) => `${t(`exporting.copy.${is}`)} — ${title}`), { name: "robots", content: "noindex" }];
};

export default function CopyPage() {
  const { copy } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { kind, slug, title, version, newest } = copy;
  const lang = copy.language === language ? undefined : copy.language;
  const standing = newest ?? (copy.is === "current" ? version : null);

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(`citing.list.${kind}`), href: pathTo(language, listOf[kind]) },
          { label: title, href: pathTo(copy.language, pageOf(kind, ""), { slug }), lang },
          { label: t("exporting.copy.step", { number: version.number }) },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={<span lang={lang}>{title}</span>} title={t(`exporting.copy.${copy.is}`)} />
        <CopyNotice copy={copy} />
        {copy.is === "changed" && <ChangedSections copy={copy} />}
        {standing && <TakeAlong citation={{ ...copy.citation, version: standing }} />}
      </div>
    </>
  );
}
