import { type ReactNode, useState } from "react";

import type { Fields } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { limits } from "~/features/publishing/limits";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { Field, TextArea } from "~/ui/field";

import { EditorBody } from "./editor-body";

type Props = {
  fields: Pick<Fields, "title" | "summary" | "body" | "sources">;
  errors: FormErrors;
  isAwake: boolean;
  /** What only this kind says. */
  children?: ReactNode;
};

/** What a text says: its title, its summary, the text itself, and where it is from. */
export function EditorTexts({ fields, errors, isAwake, children }: Props) {
  const t = useTranslation();
  const { hasSources, isOwnFirst } = shapes[useKind()];

  return (
    <>
      <Field name="title" label={t("publishing.field.title")} defaultValue={fields.title} errors={errors.title} required />
      <Summary summary={fields.summary} errors={errors.summary} isAwake={isAwake} />
      {isOwnFirst && children}
      <EditorBody body={fields.body} errors={errors.body} hasToolbar={isAwake} />
      {hasSources && (
        <TextArea
          name="sources"
          rows={5}
          label={t("publishing.field.sources")}
          hint={t("writing.edit.sourcesHint")}
          defaultValue={fields.sources}
          errors={errors.sources}
        />
      )}
      {!isOwnFirst && children}
    </>
  );
}

function Summary({ summary, errors, isAwake }: { summary: string; errors: string[] | undefined; isAwake: boolean }) {
  const t = useTranslation();
  const word = useWord();
  const [length, setLength] = useState(summary.length);
  const excess = length - limits.summary;

  return (
    <div className="stack stack-small">
      <TextArea
        name="summary"
        rows={3}
        label={t(word("publishing.field.summary"))}
        hint={t(word("writing.edit.summaryHint"))}
        defaultValue={summary}
        errors={errors}
        onInput={({ currentTarget }) => setLength(currentTarget.value.length)}
      />
      {isAwake && (
        <p className="field-count">
          {excess <= 0 && t("writing.edit.used", { count: length, most: limits.summary })}
          <strong role="status">{excess > 0 && t("writing.edit.tooMany", { count: excess })}</strong>
        </p>
      )}
    </div>
  );
}
