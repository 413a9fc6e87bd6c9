import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ParityOverview } from "~/features/library/components/parity-overview";
import { getParityOverview } from "~/features/library/parity-overview.server";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPlace } from "~/features/organizations/place.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  const asked = param(params, "slug");
  const { id, name, slug, slugs } = await getPlace(viewer, language, asked);
  if (slug !== asked) throw redirect(pathTo(language, "organizationParity", { slug }), 301);

  return json({
    place: { name, slug },
    overview: await getParityOverview(viewer, language, id),
    alternates: alternatesAt("organizationParity", slugs),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("parity.overview.title")} — ${data?.place.name ?? ""}`),
];

export default function OrganizationParityPage() {
  const { place, overview } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <PlacePage place={place} title={t("parity.overview.title")} lead={t("parity.overview.lead")} narrow={false} below="organization">
      <ParityOverview {...overview} />
      <p>
        <a href={pathTo(language, "siteParity")}>{t("parity.overview.all")}</a>
      </p>
    </PlacePage>
  );
}
