import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

import type { CasePage } from "../case-page.server";

type Shown = SerializeFrom<CasePage>;

/** Who reported it, by which rule, and in which words. */
export function CaseReports({ flags }: Pick<Shown, "flags">) {
  const t = useTranslation();

  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{t("moderation.case.reports")}</h2>
      {flags.length === 0 && <p>{t("moderation.case.noReports")}</p>}
      <ul className="stack">
        {flags.map(({ id, rule, words, at, hasHidden, reporter }) => (
          <li key={id} className="case-report">
            <p className="cluster">
              <strong>{t(`moderation.rules.${rule}.title`)}</strong>
              {hasHidden && <Badge tone="accent">{t("moderation.case.reportHid")}</Badge>}
            </p>
            {words ? <blockquote className="case-words">{words}</blockquote> : <p className="field-hint">{t("moderation.case.noWords")}</p>}
            <p className="meta-line">
              <span>{t("moderation.case.by", { name: reporter ?? t("moderation.case.formerMember") })}</span>
              <span>
                <Time at={at} withTime />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was sent to whom, each in their own language. */
export function CaseNotices({ notices }: Pick<Shown, "notices">) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="notices">
      <h2 id="notices">{t("moderation.case.notices")}</h2>
      {notices.length === 0 && <p>{t("moderation.case.noNotices")}</p>}
      {notices.map((notice) => {
        const lang = notice.language === language ? undefined : notice.language;
        return (
          <details key={notice.id} className="disclosure">
            <summary>
              <span className="case-notice-title">
                <span lang={lang}>{notice.subject}</span>
                <span className="meta-line">
                  <span>
                    {notice.name} ({t(`moderation.case.roles.${notice.role}`)})
                  </span>
                  <span>
                    <Time at={notice.sentAt} withTime />
                  </span>
                </span>
              </span>
            </summary>
            <div className="stack stack-small" lang={lang}>
              {notice.paragraphs.map((paragraph, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was sent does not change
                <p key={index} className="as-written">
                  {paragraph}
                </p>
              ))}
            </div>
          </details>
        );
      })}
    </section>
  );
}

const known = [
  "case.opened",
  "case.claimed",
  "case.released",
  "case.hidden",
  "case.shown",
  "case.repaired",
  "case.decided",
  "case.closed",
  "appeal.made",
  "appeal.decided",
  "sanction.imposed",
  "sanction.lifted",
  "sanction.ended",
] as const;

/** What happened with a case, in the order in which it did. */
export function CaseTimeline({ events }: Pick<Shown, "events">) {
  const t = useTranslation();
  const shown = events.flatMap((event) => {
    const name = known.find((one) => one === event.name);
    return name ? [{ ...event, name }] : [];
  });

  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">{t("moderation.case.timeline")}</h2>
      <ol className="timeline">
        {shown.map(({ id, name, at, actor }) => (
          <li key={id} className="timeline-item">
            <strong>{t(`moderation.case.events.${name}`)}</strong>
            <p className="meta-line">
              <span>
                <Time at={at} withTime />
              </span>
              <span>{actor ?? t("moderation.case.portal")}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
