import type { CertaintyChange } from "~/features/claims/certainty";
import { limits } from "~/features/claims/limits";
import type { getEvidenceReview } from "~/features/claims/review.server";
import type { Level } from "~/features/evidence/evidence";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate, formatList } from "~/i18n/format";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Checkboxes, Radios, TextArea } from "~/ui/field";
import { Time } from "~/ui/time";

import { Where, Why } from "./section-evidence";

type ReviewedNotice = Awaited<ReturnType<typeof getEvidenceReview>>["notices"][number];

type Props = {
  notices: ReviewedNotice[];
  slug: string;
  labels: Record<"notice" | "outcome" | "note", string>;
  errors: FormErrors;
  values: FormValues;
};

/** What has changed under which sections, and the form in which someone says what came of looking at them again. */
export function ReviewForm({ notices, slug, labels, errors, values }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const chosen = values.notice === undefined ? (notices.length === 1 ? notices.map(({ id }) => id) : []) : [values.notice].flat();

  return (
    <>
      <ol className="stack">
        {notices.map((notice, index) => (
          <li key={notice.id}>
            <OpenNotice notice={notice} number={index + 1} slug={slug} />
          </li>
        ))}
      </ol>
      <form className="form" method="post">
        <Checkboxes
          name="notice"
          legend={labels.notice}
          errors={errors.notice}
          defaultValues={chosen}
          options={notices.map(({ id, heading, cause }, index) => ({
            value: id,
            label: t("claims.review.choice", { number: index + 1, heading, cause: t(`claims.review.cause.${cause}`) }),
          }))}
        />
        <Radios
          name="outcome"
          legend={labels.outcome}
          errors={errors.outcome}
          defaultValue={String(values.outcome ?? "")}
          options={(["STANDS", "REVISED"] as const).map((value) => ({
            value,
            label: t(`claims.review.${value}`),
            hint: t(`claims.review.${value}Hint`),
          }))}
        />
        <TextArea
          name="note"
          label={labels.note}
          hint={t("claims.review.noteHint")}
          errors={errors.note}
          defaultValue={String(values.note ?? "")}
          maxLength={limits.reviewNote}
        />
        <div className="button-row">
          <Button>{t("claims.review.submit")}</Button>
          <a href={pathTo(language, "practiceEdit", { slug })}>{t("claims.review.edit")}</a>
        </div>
      </form>
    </>
  );
}

function OpenNotice({ notice, number, slug }: { notice: ReviewedNotice; number: number; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { heading, section, isThere, dueOn, isOverdue, summary, changes } = notice;
  const address = pathTo(language, "practice", { slug });

  return (
    <div className="stack stack-small">
      <h2>
        {number}. {isThere ? <a href={`${address}#s-${section}`}>{heading}</a> : heading}
      </h2>
      <p className="badge-list">
        <Badge tone={isOverdue ? "danger" : "warning"}>
          {t(isOverdue ? "claims.review.overdue" : "claims.review.due", { date: formatDate(dueOn, language) })}
        </Badge>
      </p>
      {summary ? (
        <>
          <p>
            <Why notice={{ ...notice, summary }} />
          </p>
          {changes.length > 0 && (
            <Changes changes={changes} lang={summary.version?.language === language ? undefined : summary.version?.language} />
          )}
          <Where notice={{ ...notice, summary }} />
        </>
      ) : (
        <p>{t("claims.review.unseen")}</p>
      )}
    </div>
  );
}

/** Of each finding: how sure one could be before, and how sure one can be now. */
function Changes({ changes, lang }: { changes: CertaintyChange[]; lang: string | undefined }) {
  const t = useTranslation();
  const language = useLanguage();
  const words = (levels: Level[]) =>
    levels.length === 0
      ? t("evidence.show.notRated")
      : formatList(
          levels.map((level) => t(`evidence.show.rated.${level}`)),
          language,
        );

  return (
    <ul>
      {changes.map(({ key, outcome, before, after }) => (
        <li key={key}>
          <span lang={lang}>{outcome}</span> {t("claims.review.fromTo", { before: words(before), after: words(after) })}
        </li>
      ))}
    </ul>
  );
}

/** What was looked at, by whom, and what came of it. */
export function ClearedNotices({ notices }: { notices: ReviewedNotice[] }) {
  const t = useTranslation();
  return (
    <section className="stack" aria-labelledby="cleared">
      <h2 id="cleared">{t("claims.review.history")}</h2>
      <ul className="stack">
        {notices.map(({ id, heading, cause, clearedOn, outcome, clearer, note }) => (
          <li key={id}>
            <p>
              <strong>{heading}</strong> · {t(`claims.review.cause.${cause}`)}
            </p>
            <p className="meta-line">
              {clearedOn && <Time at={clearedOn} />}
              <span>{t(`claims.review.${outcome ?? "STANDS"}`)}</span>
              <span>{clearer ?? t("claims.review.formerMember")}</span>
            </p>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
