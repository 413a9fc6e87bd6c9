import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { ParityList } from "~/features/publishing/components/parity-list";
import { getParity } from "~/features/publishing/parity-page.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const page = await getParity(kind, requireActor(args), language, param(args.params, "slug"));
  const other = page.other && {
    [otherLanguage(language)]: pathTo(otherLanguage(language), `${kind.name}Parity`, { slug: page.other.slug }),
  };
  return json({ page, alternates: { [language]: pathTo(language, `${kind.name}Parity`, { slug: page.slug }), ...other } });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("parity.page.title", { title: data?.page.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function ParityPage() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const { slug, title, other, parts } = page;

  return (
    <div className="page page-reading">
      <Breadcrumbs steps={[{ label: title, href: pathTo(language, kind, { slug }) }, { label: t("parity.page.step") }]} />
      <PageHeader title={t("parity.page.title", { title })} lead={t(`parity.page.lead.${otherLanguage(language)}`)} />
      {!other && (
        <EmptyState title={t("parity.page.alone")}>
          <p>
            <ButtonLink href={pathTo(language, `${kind}Translation`, { slug })}>{t("parity.page.translate")}</ButtonLink>
          </p>
        </EmptyState>
      )}
      {other && parts.length === 0 && <EmptyState title={t("parity.page.inStep")} />}
      {parts.length > 0 && (
        <>
          <p>
            <ButtonLink href={pathTo(language, `${kind}Edit`, { slug })}>{t("parity.page.write")}</ButtonLink>
          </p>
          <ParityList page={page} />
        </>
      )}
    </div>
  );
}
