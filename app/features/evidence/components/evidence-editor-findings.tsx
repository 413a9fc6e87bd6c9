import { limits } from "~/features/evidence/limits";
import { LineCell, TextCell } from "~/features/publishing/components/editor-cells";
import { EditorRows, type Row } from "~/features/publishing/components/editor-rows";
import { shapes } from "~/features/publishing/kind-shape";
import type { Own } from "~/features/publishing/own-fields";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";

import { nextKey } from "./evidence-editor-outcomes";
import { useRowWords } from "./evidence-editor-words";

const columns = shapes.summary.own.rows.findings ?? [];

type Props = { own: Own; errors: FormErrors; isAwake: boolean; lastKey: number };

/** What was found, a row for each outcome. Each keeps its key for good, also the one that is not filled in yet. */
export function FindingRows({ own, errors, isAwake, lastKey }: Props) {
  const t = useTranslation();
  const begin = (rows: Row[]) => ({
    findingKey: nextKey([...rows.map(({ values }) => values.findingKey ?? ""), ...(own.findingKey ?? [])], lastKey),
  });

  return (
    <EditorRows
      group="findings"
      columns={columns}
      own={own}
      errors={errors}
      isAwake={isAwake}
      most={limits.findings}
      words={useRowWords("findings", limits.findings)}
      begin={begin}
    >
      {(cells) => (
        <>
          <input type="hidden" name="findingKey" defaultValue={cells.valueOf("findingKey")} />
          <LineCell cells={cells} name="findingOutcome" label={t("evidence.edit.outcome")} />
          <TextCell cells={cells} name="findingEffect" label={t("evidence.edit.effect")} hint={t("evidence.edit.effectHint")} />
          <div className="editor-cells">
            <TextCell cells={cells} name="findingBasis" label={t("evidence.edit.basis")} hint={t("evidence.edit.basisHint")} />
            <LineCell cells={cells} name="findingReferences" label={t("evidence.edit.sources")} hint={t("evidence.edit.sourcesHint")} />
          </div>
        </>
      )}
    </EditorRows>
  );
}
