import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { getCase } from "~/features/moderation/case-page.server";
import { CaseAppeal, CaseDecision } from "~/features/moderation/components/case-decision";
import { CaseButtons, CaseFacts } from "~/features/moderation/components/case-facts";
import { CaseHistory } from "~/features/moderation/components/case-history";
import { CaseNotices, CaseReports, CaseTimeline } from "~/features/moderation/components/case-record";
import { CaseWords } from "~/features/moderation/components/case-words";
import { DecisionForm } from "~/features/moderation/components/decision-form";
import { HeldForms, HeldWords } from "~/features/moderation/components/held-forms";
import { RulingForm } from "~/features/moderation/components/ruling-form";
import { getHeldOf } from "~/features/moderation/held-page.server";
import { APPEAL_DAYS } from "~/features/moderation/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const shown = await getCase(requireActor(args), args.context.language, idParam(args.params));
  return json({ ...shown, held: await getHeldOf(shown) });
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) => [
  pageTitle(location.pathname, (t) =>
    data
      ? t("moderation.case.about", { kind: t(`moderation.kinds.${data.kind}`), title: data.title || t("moderation.queue.untitled") })
      : t("moderation.title"),
  ),
  { name: "robots", content: "noindex" },
];

export default function CasePage() {
  const shown = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { kind, title, conflict, isOpen } = shown;

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("moderation.title"), href: pathTo(language, "moderation") }, { label: t(`moderation.kinds.${kind}`) }]}
      />
      <div className="page">
        <PageHeader
          eyebrow={t(`moderation.kinds.${kind}`)}
          title={title || t("moderation.queue.untitled")}
          lang={title && shown.language !== language ? shown.language : undefined}
        />
        <div className="with-aside case-page">
          <div className="stack stack-large">
            {isOpen && conflict && <Notice kind="warning">{t(`moderation.case.notice.${conflict}`)}</Notice>}
            {!isOpen && <Notice>{t("moderation.case.notice.closed")}</Notice>}
            {shown.held ? <HeldWords held={shown.held} /> : <CaseWords shown={shown} />}
            {shown.flags.length + (kind === "FLAG" ? 1 : 0) > 0 && <CaseReports flags={shown.flags} />}
            <CaseAppeal shown={shown} />
            <CaseDecision shown={shown} />
            <Deciding shown={shown} />
            <CaseHistory history={shown.history} />
            <CaseNotices notices={shown.notices} />
            <CaseTimeline events={shown.events} />
          </div>
          <aside className="stack case-aside" aria-label={t("moderation.case.claiming")}>
            <CaseFacts shown={shown} />
            <CaseButtons shown={shown} />
          </aside>
        </div>
      </div>
    </>
  );
}

/** The form with which a case of this kind is decided, for who may. */
function Deciding({ shown }: { shown: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const t = useTranslation();
  const { id, version, kind, may, thing } = shown;
  if (may.decide)
    return (
      <section className="stack" aria-labelledby="decide">
        <h2 id="decide">{t("decisions.form.title")}</h2>
        <p>{t("decisions.form.lead", { days: APPEAL_DAYS })}</p>
        <DecisionForm case={shown.toDecide} />
      </section>
    );
  const about = { id, version, authorLanguage: shown.author?.language ?? null };
  if (may.approve && shown.held) return <HeldForms case={about} />;
  if (may.rule) return <RulingForm case={about} />;
  if (may.decideElsewhere && thing?.address && (kind === "ROLE" || kind === "ORGANIZATION"))
    return (
      <section className="stack" aria-labelledby="decide">
        <h2 id="decide">{t("moderation.case.decide")}</h2>
        <p>{t("moderation.case.decideElsewhereHint")}</p>
        <p>
          <ButtonLink href={thing.address}>{t(`moderation.case.decideElsewhere.${kind}`)}</ButtonLink>
        </p>
      </section>
    );
  return null;
}
