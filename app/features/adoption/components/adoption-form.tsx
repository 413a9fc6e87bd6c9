import { FIRST_DAY, limits, stages } from "~/features/adoption/stages";
import { useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { Checkboxes, Field, Radios, Select, TextArea } from "~/ui/field";
import type { Option } from "~/ui/field-parts";

/** What the fields hold that both forms have. */
export type Held = {
  version: string;
  stage: string;
  on: string;
  reason: string;
  note: string;
  settings: string[];
  populations: string[];
  languages: string[];
  peopleReached: string;
  staff: string;
  naming: string;
  contact: string;
};

type Offered = {
  today: string;
  versions: Option[];
  options: Record<"settings" | "populations" | "languages", Option[]>;
};

type Props = { offered: Offered; held: Held; contactName?: string; errors: FormErrors; values: FormValues };

/** What both forms ask: the version, how far it is and since when, where and for whom, what is different, and what others may know. */
export function AdoptionFields({ offered, held, contactName = "", errors, values }: Props) {
  const t = useTranslation();
  const text = (name: keyof Held) => String(values[name] ?? held[name]);
  const list = (name: "settings" | "populations" | "languages") =>
    Object.keys(values).length > 0 ? [values[name] ?? []].flat() : held[name];

  return (
    <>
      <Select
        name="version"
        label={t("adoption.form.version")}
        errors={errors.version}
        defaultValue={text("version")}
        options={offered.versions}
        required
      />
      <Radios
        name="stage"
        legend={t("adoption.form.stage")}
        errors={errors.stage}
        defaultValue={text("stage")}
        options={stages.map((stage) => ({ value: stage, label: t(`adoption.stages.${stage}`), hint: t(`adoption.stageHints.${stage}`) }))}
        required
      />
      <Field
        name="on"
        type="date"
        label={t("adoption.form.on")}
        hint={t("adoption.form.onHint")}
        errors={errors.on}
        defaultValue={text("on")}
        min={FIRST_DAY}
        max={offered.today}
        className="field-short"
        required
      />
      <TextArea
        name="reason"
        label={t("adoption.form.reason")}
        hint={t("adoption.form.reasonHint")}
        errors={errors.reason}
        defaultValue={text("reason")}
        maxLength={limits.reason}
        rows={3}
      />
      <TextArea
        name="note"
        label={t("adoption.form.note")}
        hint={t("adoption.form.noteHint")}
        errors={errors.note}
        defaultValue={text("note")}
        maxLength={limits.note}
        rows={4}
      />
      <details className="disclosure" open={Object.keys(errors).some((name) => name === "peopleReached" || name === "staff")}>
        <summary>{t("adoption.form.context")}</summary>
        <div className="stack">
          {(["settings", "populations", "languages"] as const).map((name) => (
            <Checkboxes
              key={name}
              name={name}
              legend={t(`adoption.form.${name}`)}
              errors={errors[name]}
              defaultValues={list(name)}
              options={offered.options[name]}
            />
          ))}
          <Field
            name="peopleReached"
            label={t("adoption.form.people")}
            hint={t("adoption.form.peopleHint")}
            errors={errors.peopleReached}
            defaultValue={text("peopleReached")}
            inputMode="numeric"
            maxLength={7}
            className="field-short"
          />
          <Field
            name="staff"
            label={t("adoption.form.staff")}
            hint={t("adoption.form.staffHint")}
            errors={errors.staff}
            defaultValue={text("staff")}
            inputMode="decimal"
            maxLength={5}
            className="field-short"
          />
        </div>
      </details>
      <Radios
        name="naming"
        legend={t("adoption.form.naming")}
        errors={errors.naming}
        defaultValue={text("naming")}
        options={[
          { value: "named", label: t("adoption.form.named") },
          { value: "unnamed", label: t("adoption.form.unnamed"), hint: t("adoption.form.unnamedHint") },
        ]}
      />
      <Radios
        name="contact"
        legend={t("adoption.form.contact")}
        errors={errors.contact}
        defaultValue={text("contact")}
        options={[
          { value: "nobody", label: t("adoption.form.nobody") },
          { value: "me", label: t("adoption.form.me"), hint: t("adoption.form.meHint") },
          ...(held.contact === "same" ? [{ value: "same", label: t("adoption.form.same", { name: contactName }) }] : []),
        ]}
      />
    </>
  );
}

/** What the summary of errors calls the fields. */
export function useAdoptionLabels() {
  const t = useTranslation();
  const names = ["version", "stage", "on", "reason", "note", "settings", "populations", "languages", "staff", "naming", "contact"] as const;
  return {
    ...Object.fromEntries(names.map((name) => [name, t(`adoption.form.${name}`)])),
    peopleReached: t("adoption.form.people"),
    province: t("adoption.form.province"),
    region: t("adoption.form.region"),
    organization: t("publishing.field.organization"),
  };
}
