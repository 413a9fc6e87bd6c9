import { columnOf } from "~/features/evidence/faults";
import { type DomainName, domains } from "~/features/evidence/grade";
import { levels, limits } from "~/features/evidence/limits";
import { ChoiceCell, LineCell, TextCell } from "~/features/publishing/components/editor-cells";
import { type Cells, EditorRows } from "~/features/publishing/components/editor-rows";
import { shapes } from "~/features/publishing/kind-shape";
import type { Own } from "~/features/publishing/own-fields";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";

import type { Outcome } from "./evidence-editor-outcomes";
import { useRowWords } from "./evidence-editor-words";

const columns = shapes.summary.own.rows.ratings ?? [];

type Props = { own: Own; errors: FormErrors; isAwake: boolean; outcomes: Outcome[]; keys: string[] };

/** How sure one may be of the findings, a row for each rating that someone made. */
export function RatingRows({ outcomes, keys, ...rest }: Props) {
  const t = useTranslation();
  const findings = outcomes.map(({ key, number, outcome }) => ({
    value: key,
    label: outcome === "" ? t("evidence.edit.finding", { number }) : `${number}. ${outcome}`,
  }));

  return (
    <>
      <EditorRows
        {...rest}
        group="ratings"
        columns={columns}
        most={limits.ratings}
        words={useRowWords("ratings", limits.ratings)}
        begin={() => ({})}
      >
        {(cells) => (
          <>
            <div className="editor-cells">
              <ChoiceCell
                cells={cells}
                name="ratingFinding"
                label={t("evidence.edit.of")}
                options={findings}
                none={t("evidence.edit.choose")}
              />
              <ChoiceCell
                cells={cells}
                name="ratingLevel"
                label={t("evidence.edit.level")}
                options={levels.map((value) => ({ value, label: t(`evidence.edit.levelOf.${value}`) }))}
                none={t("evidence.edit.choose")}
              />
              <LineCell
                cells={cells}
                name="ratingTool"
                list="evidence-tools"
                label={t("evidence.edit.tool")}
                hint={t("evidence.edit.toolHint")}
              />
              <LineCell cells={cells} name="ratingBy" label={t("evidence.edit.by")} hint={t("evidence.edit.byHint")} />
              <LineCell cells={cells} name="ratingOn" label={t("evidence.edit.on")} hint={t("evidence.edit.onHint")} />
              <LineCell
                cells={cells}
                name="ratingReference"
                list="evidence-keys"
                label={t("evidence.edit.reference")}
                hint={t("evidence.edit.referenceHint")}
              />
            </div>
            <Domains cells={cells} />
          </>
        )}
      </EditorRows>
      <datalist id="evidence-tools">
        <option value="GRADE" />
        <option value="GRADE-CERQual" />
      </datalist>
      <datalist id="evidence-keys">
        {keys.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </>
  );
}

/** What the level follows from, folded away where it is not stated. */
function Domains({ cells }: { cells: Cells }) {
  const t = useTranslation();
  const names = Object.keys(domains) as DomainName[];
  const isStated = [...names.map(columnOf), "ratingNote"].some((name) => cells.valueOf(name) !== "" || cells.errorsOf(name).length > 0);

  return (
    <details className="disclosure" open={isStated}>
      <summary>{t("evidence.edit.domains")}</summary>
      <p className="field-hint">{t("evidence.edit.domainsHint")}</p>
      <div className="editor-cells">
        {names.map((name) => (
          <ChoiceCell
            key={name}
            cells={cells}
            name={columnOf(name)}
            label={t(`evidence.edit.domain.${name}`)}
            options={domains[name].map((value) => ({ value, label: t(`evidence.edit.answer.${value}`) }))}
            none={t("evidence.edit.notStated")}
          />
        ))}
      </div>
      <TextCell cells={cells} name="ratingNote" label={t("evidence.edit.note")} hint={t("evidence.edit.noteHint")} />
    </details>
  );
}
