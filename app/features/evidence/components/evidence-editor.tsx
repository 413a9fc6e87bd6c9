import { faultsIn, errorsIn } from "~/features/evidence/faults";
import type { Desk } from "~/features/evidence/desk.server";
import { limits, studyTypes } from "~/features/evidence/limits";
import type { Fields } from "~/features/publishing/fields";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { Checkboxes, Field, TextArea } from "~/ui/field";

import { FindingRows } from "./evidence-editor-findings";
import { RatingRows } from "./evidence-editor-ratings";
import { CitedReferences } from "./evidence-editor-references";
import { useOutcomes } from "./evidence-editor-outcomes";

type Props = { fields: Pick<Fields, "own">; errors: FormErrors; isAwake: boolean; desk: Desk | null };

const question = ["population", "intervention", "comparison", "outcomes"] as const;

/** What only an evidence summary says: the question, what it is based on, the findings and how they were rated, who paid. */
export function EvidenceEditor({ fields: { own = {} }, errors: sent, isAwake, desk }: Props) {
  const t = useTranslation();
  // What is wrong is said at once; what is not written yet, only when the summary is submitted.
  const errors = { ...errorsIn(faultsIn(own).filter(({ isLack }) => !isLack)), ...sent };
  const text = (name: string) => own[name]?.[0] ?? "";
  const { place, outcomes } = useOutcomes(own, desk?.lastKey ?? 0);

  return (
    <div className="own-editor" ref={place}>
      <fieldset className="form-section">
        <legend>{t("evidence.edit.question")}</legend>
        <p className="field-hint">{t("evidence.edit.questionHint")}</p>
        {question.map((part) => {
          const name = `pico${part.charAt(0).toUpperCase()}${part.slice(1)}`;
          return (
            <TextArea
              key={part}
              name={name}
              rows={2}
              label={t(`evidence.show.questionPart.${part}`)}
              hint={t(`evidence.edit.${part}Hint`)}
              defaultValue={text(name)}
              errors={errors[name]}
            />
          );
        })}
      </fieldset>
      <fieldset className="form-section">
        <legend>{t("evidence.edit.based")}</legend>
        <Field
          name="evidenceUpTo"
          className="field-date"
          label={t("publishing.field.evidenceUpTo")}
          hint={t("evidence.edit.upToHint")}
          maxLength={limits.word}
          defaultValue={text("evidenceUpTo")}
          errors={errors.evidenceUpTo}
          required
          aria-required
        />
        <Checkboxes
          name="studyTypes"
          className="choice-list-columns"
          legend={t("publishing.field.studyTypes")}
          hint={t("evidence.edit.studyTypesHint")}
          options={studyTypes.map((value) => ({ value, label: t(`evidence.studyType.${value}`) }))}
          defaultValues={own.studyTypes}
          errors={errors.studyTypes}
        />
      </fieldset>
      <FindingRows own={own} errors={errors} isAwake={isAwake} lastKey={desk?.lastKey ?? 0} />
      <CitedReferences desk={desk} isAwake={isAwake} errors={errors.references} />
      <RatingRows own={own} errors={errors} isAwake={isAwake} outcomes={outcomes} keys={desk?.references.map(({ key }) => key) ?? []} />
      <fieldset className="form-section">
        <legend>{t("evidence.edit.said")}</legend>
        {(["funding", "conflicts"] as const).map((name) => (
          <TextArea
            key={name}
            name={name}
            rows={3}
            label={t(`publishing.field.${name}`)}
            hint={t(`evidence.edit.${name}Hint`)}
            defaultValue={text(name)}
            errors={errors[name]}
          />
        ))}
      </fieldset>
    </div>
  );
}
