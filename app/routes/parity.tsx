import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ParityOverview } from "~/features/library/components/parity-overview";
import { getParityOverview } from "~/features/library/parity-overview.server";
import { useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader({ context: { viewer, language } }: LoaderFunctionArgs) {
  return json(await getParityOverview(viewer, language, null));
}

export const meta: MetaFunction = ({ location }) => [pageTitle(location.pathname, (t) => t("parity.overview.title"))];

export default function SiteParityPage() {
  const overview = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("parity.overview.title") }]} />
      <div className="page">
        <PageHeader title={t("parity.overview.title")} lead={t("parity.overview.lead")} />
        <ParityOverview {...overview} />
      </div>
    </>
  );
}
