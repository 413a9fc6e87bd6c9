import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { TransparencyTables } from "~/features/moderation/components/transparency-tables";
import { getTransparency } from "~/features/moderation/transparency.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatNumber } from "~/i18n/format";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export async function loader(_: LoaderFunctionArgs) {
  return json(await getTransparency());
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("audit.transparency.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("audit.transparency.lead") },
];

export default function TransparencyPage() {
  const figures = useLoaderData<typeof loader>();
  const { head, periods, inForce } = figures;
  const t = useTranslation();
  const language = useLanguage();
  const title = t("audit.transparency.title");

  return (
    <>
      <Breadcrumbs steps={[{ label: title }]} />
      <div className="page stack stack-large">
        <PageHeader title={title} lead={t("audit.transparency.lead")} />
        {periods.length === 0 ? (
          <EmptyState title={t("audit.transparency.empty")}>
            <p>{t("audit.transparency.emptyHint")}</p>
          </EmptyState>
        ) : (
          <TransparencyTables figures={figures} />
        )}
        <section className="stack" aria-labelledby="in-force">
          <h2 id="in-force">{t("audit.transparency.inForce")}</h2>
          {inForce.silences + inForce.suspensions === 0 && <p>{t("audit.transparency.inForceNone")}</p>}
          {inForce.silences > 0 && <p>{t("audit.transparency.silences", { count: inForce.silences })}</p>}
          {inForce.suspensions > 0 && <p>{t("audit.transparency.suspensions", { count: inForce.suspensions })}</p>}
        </section>
        <section className="stack page-reading" aria-labelledby="how">
          <h2 id="how">{t("audit.transparency.howTitle")}</h2>
          <p>{t("audit.transparency.how")}</p>
          {head && (
            <p>
              {t("audit.transparency.anchor", { number: formatNumber(head.number, language) })}{" "}
              <code className="fingerprint">{head.hash}</code>
            </p>
          )}
          <p>
            <a href={pathTo(language, "rules")}>{t("audit.transparency.rules")}</a>
          </p>
        </section>
      </div>
    </>
  );
}
