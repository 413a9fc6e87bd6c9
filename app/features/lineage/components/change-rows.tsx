import type { LineageDesk } from "~/features/lineage/desk.server";
import { ChoiceCell, TextCell } from "~/features/publishing/components/editor-cells";
import type { Cells } from "~/features/publishing/components/editor-rows";
import type { Fields } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { rowsOf } from "~/features/publishing/own-fields";
import type { Recorded } from "~/features/publishing/section-changes";
import { languages } from "~/i18n/languages";
import { useTranslation } from "~/i18n/context";
import { fieldId } from "~/ui/field-parts";
import type { FormErrors } from "~/platform/forms.server";

const columns = shapes.practice.own.rows.changes ?? [];

type Props = { fields: Fields; errors: FormErrors; desk: LineageDesk };

/** What an edition changed of its parent, section by section, as its text stood when the page was drawn: why, and for whom. */
export function ChangeRows({ fields, errors, desk }: Props) {
  const t = useTranslation();
  const said = new Map(rowsOf(columns, fields.own ?? {}).map((row) => [row.changeSection ?? "", row]));

  return (
    <fieldset className="form-section editor-rows" id={fieldId("changes")} tabIndex={-1}>
      <legend>{t("lineage.edit.legend", { number: desk.number })}</legend>
      <p className="field-hint">{t("lineage.edit.hint")}</p>
      {desk.sections.length === 0 && <p>{t("lineage.edit.none")}</p>}
      {desk.sections.map((section, index) => (
        <ChangeRow key={section.key} section={section} cells={cellsOf(said.get(section.key), index, errors)} choices={desk.choices} />
      ))}
    </fieldset>
  );
}

function ChangeRow({ section, cells, choices }: { section: Recorded; cells: Cells; choices: LineageDesk["choices"] }) {
  const t = useTranslation();
  const { kind, key, heading } = section;
  const none = t("lineage.edit.any");

  return (
    <fieldset className="editor-row">
      <legend>
        {t(`lineage.kinds.${kind}`)} {heading || t("lineage.edit.beginning")}
      </legend>
      <input type="hidden" name="changeSection" value={key} />
      <TextCell cells={cells} name="changeReason" label={t("lineage.edit.reason")} hint={t("lineage.edit.reasonHint")} />
      <div className="editor-cells">
        <ChoiceCell cells={cells} name="changeSetting" label={t("lineage.edit.setting")} options={choices.settings} none={none} />
        <ChoiceCell cells={cells} name="changePopulation" label={t("lineage.edit.population")} options={choices.populations} none={none} />
        <ChoiceCell cells={cells} name="changeProvince" label={t("lineage.edit.province")} options={choices.provinces} none={none} />
        <ChoiceCell
          cells={cells}
          name="changeLanguage"
          label={t("lineage.edit.language")}
          options={languages.map((value) => ({ value, label: t(`publishing.language.${value}`) }))}
          none={none}
        />
      </div>
    </fieldset>
  );
}

const cellsOf = (row: Record<string, string> | undefined, index: number, errors: FormErrors): Cells => ({
  number: index + 1,
  valueOf: (column) => row?.[column] ?? "",
  errorsOf: (column) => (index === 0 ? (errors[column] ?? []) : []),
  idOf: (column) => (index === 0 ? column : `${column}-${index + 1}`),
});
