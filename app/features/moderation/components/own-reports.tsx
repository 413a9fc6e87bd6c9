import type { listJudged, listOwnReports, listOwnSanctions } from "~/features/moderation/own-cases.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

import { ToldWords } from "./told-words";

type ListOf<List extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<List>>;

/** The measures against oneself, present and past. */
export function OwnSanctions({ sanctions }: { sanctions: ListOf<typeof listOwnSanctions> }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ul className="session-list own-cases">
      {sanctions.map(({ id, kind, rule, since, until, endedAt, decisionId }) => (
        <li key={id} className="stack stack-small">
          <h3 className="card-title">{t(`appeals.kinds.${kind}`)}</h3>
          <p className="badge-list">
            {kind !== "WARNING" && (
              <Badge tone={endedAt ? "outline" : "warning"}>{t(`appeals.sanctions.${endedAt ? "past" : "present"}`)}</Badge>
            )}
          </p>
          <p className="meta-line">
            <span>
              {`${t("appeals.sanctions.rule")}${t("accounts.mail.colon")} `}
              {t(`moderation.rules.${rule}.title`)}
            </span>
            <span>
              {t("appeals.own.since")} <Time at={since} withTime />
            </span>
            {until && !endedAt && (
              <span>
                {t("appeals.sanctions.until")} <Time at={until} withTime />
              </span>
            )}
            {endedAt && (
              <span>
                {t("appeals.sanctions.ended")} <Time at={endedAt} withTime />
              </span>
            )}
          </p>
          <p>
            <a href={pathTo(language, "decision", { id: decisionId })}>{t("appeals.own.decision")}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

const tones = { looked: "info", acted: "success", dismissed: "outline", undone: "outline", closed: "outline" } as const;

/** What one reported, and what became of it. */
export function OwnReports({ reports }: { reports: ListOf<typeof listOwnReports> }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ul className="session-list own-cases">
      {reports.map(({ id, caseId, rule, at, title, language: written, outcome, told }) => (
        <li key={id} className="stack stack-small" id={caseId ? `case-${caseId}` : undefined}>
          <h3 className="card-title" lang={title && written !== language ? written : undefined}>
            {title || t("appeals.own.gone")}
          </h3>
          <p className="badge-list">
            <Badge tone={tones[outcome]}>{t(`appeals.own.outcome.${outcome}`)}</Badge>
          </p>
          <p className="meta-line">
            <span>{t(`moderation.rules.${rule}.title`)}</span>
            <span>
              {t("appeals.own.reportedOn")} <Time at={at} withTime />
            </span>
          </p>
          <ToldWords told={told} />
        </li>
      ))}
    </ul>
  );
}

/** What became of appeals against one's own decisions. */
export function Judged({ judged }: { judged: ListOf<typeof listJudged> }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ul className="session-list own-cases">
      {judged.map((one) => (
        <li key={one.id} className="stack stack-small" id={`case-${one.caseId}`}>
          <h3 className="card-title" lang={one.language === language ? undefined : one.language}>
            {one.subject}
          </h3>
          <ToldWords told={[one]} />
          <p>
            <a href={pathTo(language, "moderationCase", { id: one.caseId })}>{t("appeals.notices.decider.open")}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
