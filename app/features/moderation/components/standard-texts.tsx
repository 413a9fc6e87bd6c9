import { contentMeasures } from "~/features/moderation/lifecycle";
import { standardTexts } from "~/features/moderation/words";
import type { CaseSubject } from "~/generated/prisma/enums";
import { useTranslation } from "~/i18n/context";

type Props = { subjectType: CaseSubject; hasReporters: boolean };

/** What is sent where a moderator writes nothing of their own, for each outcome. */
export function StandardTexts({ subjectType, hasReporters }: Props) {
  const t = useTranslation();
  const acted = (contentMeasures[subjectType] ?? []).filter((measure) => measure !== "NONE");
  const dismissed = standardTexts(t, { content: "NONE", person: "NONE", wasHidden: false });
  const texts = acted.map((content) => ({ content, ...standardTexts(t, { content, person: "NONE", wasHidden: false }) }));

  return (
    <details className="disclosure">
      <summary>{t("decisions.form.standard")}</summary>
      <div className="stack">
        <p className="field-hint">{t("decisions.form.standardHint")}</p>
        <h3>{t("decisions.form.standardAuthor")}</h3>
        <dl className="facts">
          <div>
            <dt>{t("decisions.form.whenDismissed")}</dt>
            <dd>{dismissed.toAuthor}</dd>
          </div>
          {texts.map(({ content, toAuthor }) => (
            <div key={content}>
              <dt>{t(`decisions.content.${content}`)}</dt>
              <dd>{toAuthor}</dd>
            </div>
          ))}
        </dl>
        {hasReporters && (
          <>
            <h3>{t("decisions.form.standardReporters")}</h3>
            <dl className="facts">
              <div>
                <dt>{t("decisions.form.whenDismissed")}</dt>
                <dd>{dismissed.toReporters}</dd>
              </div>
              <div>
                <dt>{t("decisions.form.whenActed")}</dt>
                <dd>{standardTexts(t, { content: "HIDE", person: "NONE", wasHidden: false }).toReporters}</dd>
              </div>
            </dl>
          </>
        )}
      </div>
    </details>
  );
}
