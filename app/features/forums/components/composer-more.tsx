import { limits } from "~/features/forums/limits";
import { useTranslation } from "~/i18n/context";
import { Checkboxes, Field, Radios, TextArea } from "~/ui/field";

import type { ComposerProps } from "./composer";

/** What few posts need: topics of a new thread, and a poll. Folded away until then. */
export function ComposerMore(props: ComposerProps) {
  return (
    <>
      <Topics {...props} />
      {props.values.kind !== "EDIT" && <Poll {...props} />}
    </>
  );
}

function Topics({ values, errors = {}, topics = [] }: ComposerProps) {
  const t = useTranslation();
  if (values.kind !== "THREAD" || topics.length === 0) return null;

  return (
    <details className="disclosure" open={values.topics.length > 0 || Boolean(errors.topics)}>
      <summary>{t("posting.composer.topics")}</summary>
      <Checkboxes
        name="topics"
        className="choice-list-columns composer-topics"
        legend={t("posting.composer.topics")}
        hint={t("posting.composer.topicsHint")}
        options={topics}
        defaultValues={values.topics}
        errors={errors.topics}
      />
    </details>
  );
}

function Poll({ values, errors = {} }: ComposerProps) {
  const t = useTranslation();
  const faults = Object.keys(errors).some((name) => name.startsWith("poll"));

  return (
    <details className="disclosure composer-poll" open={values.pollQuestion !== "" || values.pollOptions !== "" || faults}>
      <summary>{t("posting.composer.poll")}</summary>
      <div className="stack">
        <p className="field-hint">{t("posting.composer.pollChange")}</p>
        <Field
          name="pollQuestion"
          label={t("posting.composer.pollQuestion")}
          defaultValue={values.pollQuestion}
          errors={errors.pollQuestion}
          maxLength={limits.pollText}
        />
        <TextArea
          name="pollOptions"
          rows={4}
          label={t("posting.composer.pollOptions")}
          defaultValue={values.pollOptions}
          errors={errors.pollOptions}
        />
        <div className="choice">
          <input type="checkbox" id="field-pollMultiple" name="pollMultiple" defaultChecked={values.pollMultiple !== ""} />
          <label htmlFor="field-pollMultiple">{t("posting.composer.pollMultiple")}</label>
        </div>
        <Field
          name="pollClosesAt"
          type="datetime-local"
          label={t("posting.composer.pollClosesAt")}
          hint={t("posting.composer.pollClosesAtHint")}
          defaultValue={values.pollClosesAt}
          errors={errors.pollClosesAt}
        />
        <Radios
          name="pollResults"
          legend={t("posting.composer.pollResults")}
          options={[
            { value: "VOTED", label: t("posting.composer.pollVoted") },
            { value: "CLOSED", label: t("posting.composer.pollClosed") },
          ]}
          defaultValue={values.pollResults || "VOTED"}
          errors={errors.pollResults}
        />
      </div>
    </details>
  );
}
