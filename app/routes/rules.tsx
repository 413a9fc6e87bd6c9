import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { limitsTable } from "~/features/accounts/allowance.server";
import { LimitsTable } from "~/features/accounts/components/limits-table";
import { newcomer } from "~/features/forums/limits";
import { APPEAL_DAYS } from "~/features/moderation/limits";
import { rules } from "~/features/moderation/rules";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Contents } from "~/ui/contents";
import { PageHeader } from "~/ui/page-header";

const steps = ["report", "case", "decision", "told", "appeal", "end"] as const;

export function loader(_: LoaderFunctionArgs) {
  return json({ limits: limitsTable({ topics: newcomer.threads, replies: newcomer.replies }) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("flags.rules.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("flags.rules.lead") },
];

export default function RulesPage() {
  const { limits } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const sections = [
    { key: "s-rules", heading: t("flags.rules.rules") },
    { key: "s-steps", heading: t("flags.rules.steps") },
    { key: "s-limits", heading: t("allowances.table.title") },
    { key: "s-open", heading: t("flags.rules.open") },
  ];

  return (
    <>
      <Breadcrumbs steps={[{ label: t("flags.rules.title") }]} />
      <article className="page">
        <PageHeader title={t("flags.rules.title")} lead={t("flags.rules.lead")} />
        <div className="with-aside">
          <div className="prose">
            <Rules />
            <Steps />
            <LimitsTable rows={limits} />
            <Openness />
          </div>
          <aside className="aside-sticky only-wide">
            <Contents sections={sections} />
          </aside>
        </div>
      </article>
    </>
  );
}

function Rules() {
  const t = useTranslation();

  return (
    <>
      <h2 id="s-rules">{t("flags.rules.rules")}</h2>
      <p>{t("flags.rules.rulesText")}</p>
      <ol>
        {rules.map((rule) => (
          <li key={rule} id={`rule-${rule}`}>
            <strong>{t(`moderation.rules.${rule}.title`)}</strong>
            <br />
            {t(`moderation.rules.${rule}.text`)}
          </li>
        ))}
      </ol>
    </>
  );
}

function Steps() {
  const t = useTranslation();

  return (
    <>
      <h2 id="s-steps">{t("flags.rules.steps")}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`flags.rules.${step}.title`)}</strong>
            <br />
            {step === "appeal" ? t("flags.rules.appeal.text", { count: APPEAL_DAYS }) : t(`flags.rules.${step}.text`)}
          </li>
        ))}
      </ol>
    </>
  );
}

function Openness() {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <h2 id="s-open">{t("flags.rules.open")}</h2>
      <p>{t("flags.rules.openText")}</p>
      <ul>
        <li>
          <a href={pathTo(language, "transparency")}>{t("flags.rules.transparency")}</a>
        </li>
        <li>
          <a href={pathTo(language, "conduct")}>{t("flags.rules.conduct")}</a>
        </li>
      </ul>
    </>
  );
}
