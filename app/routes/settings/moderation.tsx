import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { OwnCases } from "~/features/moderation/components/own-cases";
import { Judged, OwnReports, OwnSanctions } from "~/features/moderation/components/own-reports";
import { LISTED, listJudged, listOwnCases, listOwnReports, listOwnSanctions, readCaseNews } from "~/features/moderation/own-cases.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const [cases, sanctions, reports, judged] = await Promise.all([
    listOwnCases(actor),
    listOwnSanctions(actor),
    listOwnReports(actor),
    listJudged(actor),
    readCaseNews(actor),
  ]);
  return json({ cases: latest(cases), sanctions: latest(sanctions), reports: latest(reports), judged: latest(judged), most: LISTED });
}

const latest = <Row,>(rows: Row[]) => ({ rows: rows.slice(0, LISTED), isCut: rows.length > LISTED });

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.own.title")),
  { name: "robots", content: "noindex" },
];

export default function OwnModerationPage() {
  const { cases, sanctions, reports, judged } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={t("appeals.own.title")} lead={t("appeals.own.lead")}>
      <p className="cluster">
        <a href={pathTo(language, "rules")}>{t("appeals.own.rules")}</a>
        <a href={pathTo(language, "heldPosts")}>{t("appeals.own.held")}</a>
      </p>
      <Part name="things" {...cases}>
        <OwnCases cases={cases.rows} />
      </Part>
      <Part name="sanctions" {...sanctions}>
        <OwnSanctions sanctions={sanctions.rows} />
      </Part>
      <Part name="reports" {...reports}>
        <OwnReports reports={reports.rows} />
      </Part>
      {judged.rows.length > 0 && (
        <Part name="judged" {...judged}>
          <Judged judged={judged.rows} />
        </Part>
      )}
    </SettingsPage>
  );
}

type PartProps = { name: "things" | "sanctions" | "reports" | "judged"; rows: unknown[]; isCut: boolean; children: ReactNode };

function Part({ name, rows, isCut, children }: PartProps) {
  const t = useTranslation();
  const { most } = useLoaderData<typeof loader>();

  return (
    <section className="stack" aria-labelledby={name}>
      <h2 id={name}>{t(`appeals.own.${name}`)}</h2>
      {rows.length === 0 && name !== "judged" ? <p>{t(`appeals.own.${name}Empty`)}</p> : children}
      {isCut && <p className="field-hint">{t("appeals.own.latest", { count: most })}</p>}
    </section>
  );
}
