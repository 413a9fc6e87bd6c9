import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { Compared } from "~/features/lineage/components/compared";
import { getComparison } from "~/features/lineage/comparison.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import styles from "~/styles/lineage.css";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const other = new URL(request.url).searchParams.get("with") ?? "";
  const page = await getComparison(practiceKind, viewer, language, param(params, "slug"), other);
  if (page.outcome === "moved")
    throw redirect(pathTo(language, "comparison", { slug: page.slug, ...(other === "" ? {} : { with: other }) }), 301);
  return json({ ...page, alternates: alternatesAt("comparison", page.alternates) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("lineage.comparison.title", { title: data?.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function ComparisonPage() {
  const { slug, title, organization, choices, other, sections } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const named = (one: { title: string; organization: string }) =>
    one.organization === "" ? one.title : t("lineage.comparison.named", one);

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: title, href: pathTo(language, "practice", { slug }) },
          { label: t("lineage.comparison.step") },
        ]}
      />
      <div className="page">
        <PageHeader
          title={t("lineage.comparison.title", { title })}
          lead={
            other
              ? t("lineage.comparison.between", { here: named({ title, organization }), there: named(other) })
              : t("lineage.comparison.lead")
          }
        />
        {choices.length === 0 ? (
          <EmptyState title={t("lineage.comparison.nothing")}>
            <p>{t("lineage.comparison.nothingText")}</p>
          </EmptyState>
        ) : (
          <form className="inline-form no-print">
            <Select
              name="with"
              label={t("lineage.comparison.other")}
              defaultValue={other?.slug ?? ""}
              options={choices.map((choice) => ({ value: choice.value, label: named(choice) }))}
            />
            <Button variant="secondary">{t("lineage.comparison.submit")}</Button>
          </form>
        )}
        {other && <Compared sections={sections} here={named({ title, organization })} there={named(other)} />}
      </div>
    </>
  );
}
