import { type ReactNode, useState } from "react";

import type { Details } from "~/features/publishing/fields";
import { type KindName, shapes } from "~/features/publishing/kind-shape";
import { claimableMaturities, licences, visibilities } from "~/features/publishing/limits";
import type { Vocabularies } from "~/features/vocabularies/queries.server";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { Checkboxes, Radios, Select } from "~/ui/field";

type Props = { fields: Details; errors: FormErrors; isAwake: boolean };

/** What a text is about: choices from the vocabularies, folded away where nothing is chosen. */
export function EditorChoices({ fields, errors, isAwake, vocabularies }: Props & { vocabularies: Vocabularies }) {
  const t = useTranslation();

  return (
    <>
      {(["topics", "populations", "settings", "provinces"] as const).map((name) => (
        <Folded key={name} label={t(`publishing.field.${name}`)} chosen={fields[name].length} isAwake={isAwake} isOpen={isOpen(name)}>
          <Checkboxes
            name={name}
            className="choice-list-columns choices-named-above"
            legend={t(`publishing.field.${name}`)}
            hint={name === "topics" ? t("writing.edit.topicsHint") : undefined}
            options={vocabularies[name]}
            defaultValues={fields[name]}
            errors={errors[name]}
          />
        </Folded>
      ))}
    </>
  );

  function isOpen(name: keyof Vocabularies) {
    return name === "topics" || fields[name].length > 0 || errors[name] !== undefined;
  }
}

/** How far a text has been tried, and what others may do with it. */
export function EditorSharing({ kind, fields, errors }: Omit<Props, "isAwake"> & { kind: KindName }) {
  const t = useTranslation();
  const claimed = claimableMaturities.find((maturity) => maturity === fields.maturity) ?? "EVALUATED";

  return (
    <>
      {shapes[kind].details.includes("maturity") && (
        <Radios
          name="maturity"
          legend={t("publishing.field.maturity")}
          defaultValue={claimed}
          errors={errors.maturity}
          options={claimableMaturities.map((value) => ({
            value,
            label: t(`publishing.maturity.${value}`),
            hint: t(`publishing.maturityHint.${value}`),
          }))}
        />
      )}
      <Select
        name="licence"
        label={t("publishing.field.licence")}
        defaultValue={fields.licence}
        errors={errors.licence}
        options={licences.map((value) => ({ value, label: t(`publishing.licence.${value}`) }))}
      />
      <Radios
        name="visibility"
        legend={t("publishing.field.visibility")}
        defaultValue={fields.visibility}
        errors={errors.visibility}
        options={visibilities.map((value) => ({ value, label: t(`publishing.visibility.${value}`) }))}
      />
    </>
  );
}

type FoldedProps = { label: string; chosen: number; isAwake: boolean; isOpen: boolean; children: ReactNode };

function Folded({ label, chosen, isAwake, isOpen, children }: FoldedProps) {
  const t = useTranslation();
  const [count, setCount] = useState(chosen);

  return (
    <details
      className="disclosure"
      open={isOpen}
      onInput={({ currentTarget }) => setCount(currentTarget.querySelectorAll("input:checked").length)}
    >
      <summary>
        {label}
        {isAwake && count > 0 && <span className="disclosure-count">{t("writing.edit.chosen", { count })}</span>}
      </summary>
      {children}
    </details>
  );
}
