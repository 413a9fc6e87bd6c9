import type { ReactNode } from "react";

import type { SentAgain } from "~/features/adoption/send-form.server";
import { FIRST_DAY, limits, stages } from "~/features/adoption/stages";
import { ClientDataWarning } from "~/features/confidentiality/components/client-data-warning";
import { useLanguage, useTranslation } from "~/i18n/context";
import { Button, ButtonLink } from "~/ui/button";
import { Checkboxes, Field, Radios, Select, TextArea } from "~/ui/field";
import { fieldId, type Option } from "~/ui/field-parts";

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

type Props = {
  offered: Offered;
  held: Held;
  /** Whom others may ask at present, where that is somebody else. */
  contactName?: string;
  sent: SentAgain | undefined;
  submit: string;
  /** Where one goes on without saying anything. */
  back: string;
  /** What only this form asks. */
  children: ReactNode;
};

const lists = ["settings", "populations", "languages"] as const;
const numbers = ["peopleReached", "staff"] as const;

/** What both forms ask: the version, how far it is and since when, where and for whom, what is different, and what others may know. */
export function AdoptionForm({ offered, held, contactName = "", sent, submit, back, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { errors = {}, values, clientData } = sent ?? {};
  const text = (name: keyof Held) => String(values?.[name] ?? held[name]);
  const field = (name: "version" | "on" | "reason" | "note" | (typeof numbers)[number]) => ({
    ...{ name, label: t(`adoption.form.${name}`), errors: errors[name], defaultValue: text(name) },
    ...(name === "version" ? {} : { hint: t(`adoption.form.${name}Hint`) }),
  });
  const choice = (name: "stage" | "naming" | "contact") => ({
    ...{ name, legend: t(`adoption.form.${name}`), errors: errors[name], defaultValue: text(name) },
  });

  return (
    <form className="form" method="post" noValidate>
      {clientData && <ClientDataWarning warning={clientData} written={language} change={`#${fieldId("note")}`} />}
      {children}
      <Select {...field("version")} options={offered.versions} required />
      <Radios
        {...choice("stage")}
        options={stages.map((stage) => ({ value: stage, label: t(`adoption.stages.${stage}`), hint: t(`adoption.stageHints.${stage}`) }))}
        required
      />
      <Field {...field("on")} type="date" min={FIRST_DAY} max={offered.today} className="field-short" required />
      <TextArea {...field("reason")} maxLength={limits.reason} rows={3} />
      <TextArea {...field("note")} maxLength={limits.note} rows={4} />
      <details className="disclosure" open={numbers.some((name) => errors[name])}>
        <summary>{t("adoption.form.context")}</summary>
        <div className="stack">
          {lists.map((name) => (
            <Checkboxes
              key={name}
              name={name}
              legend={t(`adoption.form.${name}`)}
              errors={errors[name]}
              defaultValues={values ? [values[name] ?? []].flat() : held[name]}
              options={offered.options[name]}
            />
          ))}
          <Field {...field("peopleReached")} inputMode="numeric" maxLength={7} className="field-short" />
          <Field {...field("staff")} inputMode="decimal" maxLength={5} className="field-short" />
        </div>
      </details>
      <Radios
        {...choice("naming")}
        options={[
          { value: "named", label: t("adoption.form.named") },
          { value: "unnamed", label: t("adoption.form.unnamed"), hint: t("adoption.form.unnamedHint") },
        ]}
      />
      <Radios
        {...choice("contact")}
        options={[
          { value: "nobody", label: t("adoption.form.nobody") },
          { value: "me", label: t("adoption.form.me"), hint: t("adoption.form.meHint") },
          ...(held.contact === "same" ? [{ value: "same", label: t("adoption.form.same", { name: contactName }) }] : []),
        ]}
      />
      <div className="button-row">
        <Button>{submit}</Button>
        <ButtonLink variant="quiet" href={back}>
          {t("adoption.form.back")}
        </ButtonLink>
      </div>
    </form>
  );
}

/** What the summary of errors calls the fields. */
export function useAdoptionLabels() {
  const t = useTranslation();
  const names = ["province", "region", "version", "stage", "on", "reason", "note", ...lists, ...numbers, "naming", "contact"] as const;
  return {
    ...Object.fromEntries(names.map((name) => [name, t(`adoption.form.${name}`)])),
    organization: t("publishing.field.organization"),
  };
}
