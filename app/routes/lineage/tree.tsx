import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { Tree } from "~/features/lineage/components/tree";
import { getTree } from "~/features/lineage/tree.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import styles from "~/styles/lineage.css";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  const tree = await getTree(practiceKind, viewer, language, param(params, "slug"));
  if (tree.outcome === "moved") throw redirect(pathTo(language, "lineage", { slug: tree.slug }), 301);
  const { alternates, ...page } = tree;
  return json({ tree: page, alternates: alternatesAt("lineage", alternates) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("lineage.tree.title", { title: data?.tree.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function TreePage() {
  const { tree } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, title, count, isCut } = tree;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: title, href: pathTo(language, "practice", { slug }) },
          { label: t("lineage.tree.step") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader title={t("lineage.tree.title", { title })} lead={t("lineage.tree.lead", { count })} />
        {isCut && <p>{t("lineage.tree.cut")}</p>}
        <Tree root={tree.root} current={tree.id} slug={slug} />
      </div>
    </>
  );
}
