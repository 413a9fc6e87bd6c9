import type { ShownDecision } from "~/features/moderation/decision-page.server";
import { limits } from "~/features/moderation/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { useTimeZone } from "~/ui/time-zone";

type Props = { decision: ShownDecision; action: string; errors?: FormErrors | undefined; values?: FormValues | undefined };

/** How things stand with the appeal, and its form while a decision can be contested. What was typed too late stays to be copied. */
export function AppealPart({ decision, action, errors, values }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  const { state, appeal, appealableUntil, isWithoutDecider } = decision;
  const at = { open: appealableUntil, over: appealableUntil, waiting: appeal?.madeAt, dismissed: null };
  const moment = state === "UPHELD" || state === "OVERTURNED" ? appeal?.decidedAt : at[state];
  const kept = String(values?.words ?? "");

  return (
    <section className="stack" aria-labelledby="appeal">
      <h2 id="appeal">{t("appeals.page.appeal")}</h2>
      <p>{t(`appeals.state.${state}`, { date: moment ? formatTime(moment, language, zone) : "" })}</p>
      {isWithoutDecider && <p>{t("appeals.state.nobody")}</p>}
      {appeal?.toAuthor && <Said title={t("appeals.state.answer")} words={appeal.toAuthor} />}
      {appeal?.words && <Said title={t("appeals.state.yours")} words={appeal.words} />}
      {(state === "open" || kept) && (
        <form className="form" method="post" action={action}>
          {state === "open" && <p>{t("appeals.state.openText")}</p>}
          <TextArea
            name="words"
            label={t("appeals.form.words")}
            hint={t("appeals.form.hint")}
            errors={errors?.words}
            defaultValue={kept}
            maxLength={limits.appeal}
            rows={8}
            required={state === "open"}
            readOnly={state !== "open"}
          />
          {state === "open" && <Button>{t("appeals.form.submit")}</Button>}
        </form>
      )}
    </section>
  );
}

const Said = ({ title, words }: { title: string; words: string }) => (
  <>
    <h3>{title}</h3>
    <blockquote className="quoted decision-words">{words}</blockquote>
  </>
);
