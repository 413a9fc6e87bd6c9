import type { RuleKey } from "~/features/moderation/rules";
import type { ContentMeasure, PersonMeasure } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import type { FormValues } from "~/platform/forms.server";
import { Notice } from "~/ui/notice";
import { useTimeZone } from "~/ui/time-zone";

type Decided = {
  rule: RuleKey;
  content: ContentMeasure;
  person: PersonMeasure;
  until: string | null;
  decidedAt: string;
  by: string | null;
  note: string;
};

/** That a case is closed, and how someone decided it. */
export function DecidedAlready({ decided }: { decided: Decided | null }) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  if (!decided) return <Notice kind="info">{t("decisions.form.closedOtherwise")}</Notice>;

  const { by, until, content, person, rule, note } = decided;
  const time = formatTime(decided.decidedAt, language, zone);
  const last = until && t("decisions.form.until", { time: formatTime(until, language, zone) });
  return (
    <Notice kind="info">
      <p>{by ? t("decisions.form.closed", { name: by, time }) : t("decisions.form.closedBySomeone", { time })}</p>
      <dl className="facts">
        <div>
          <dt>{t("decisions.form.rule")}</dt>
          <dd>{t(`moderation.rules.${rule}.title`)}</dd>
        </div>
        <div>
          <dt>{t("decisions.form.content")}</dt>
          <dd>{t(`decisions.content.${content}`)}</dd>
        </div>
        <div>
          <dt>{t("decisions.form.person")}</dt>
          <dd>{[t(`decisions.person.${person}`), last].filter(Boolean).join(", ")}</dd>
        </div>
        {note && (
          <div>
            <dt>{t("decisions.form.note")}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
    </Notice>
  );
}

const texts = ["body", "toAuthor", "toReportersEn", "toReportersFr", "note"] as const;

/** What a moderator wrote for a decision that another has taken. */
export function KeptWords({ values, labels }: { values: FormValues | undefined; labels: Record<string, string> }) {
  const t = useTranslation();
  const typed = texts.flatMap((name) => (values?.[name] ? { name, text: String(values[name]) } : []));
  if (typed.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">{t("decisions.form.yours")}</h2>
      {typed.map(({ name, text }) => (
        <div className="field" key={name}>
          <label className="field-label" htmlFor={`kept-${name}`}>
            {labels[name]}
          </label>
          <textarea className="input" id={`kept-${name}`} rows={6} readOnly defaultValue={text} />
        </div>
      ))}
    </section>
  );
}
