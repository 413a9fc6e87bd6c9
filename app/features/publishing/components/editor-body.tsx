import { useRef } from "react";

import { useWord } from "~/features/publishing/use-word";
import { useTranslation } from "~/i18n/context";
import { describedBy, FieldErrors, FieldHint, fieldClass, fieldId } from "~/ui/field-parts";

import { Toolbar } from "./toolbar";

const ROWS = 24;

/** The text itself, with a toolbar where there is JavaScript, and the few marks of Markdown to look up. */
export function EditorBody({ body, errors, hasToolbar }: { body: string; errors: string[] | undefined; hasToolbar: boolean }) {
  const t = useTranslation();
  const word = useWord();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = fieldId("body");

  return (
    <div className={fieldClass(errors)}>
      <label className="field-label" htmlFor={id}>
        {t("publishing.field.body")}
      </label>
      <FieldHint name="body" hint={`${t(word("writing.edit.bodyHint"))} ${t("writing.edit.clientsHint")}`} />
      <FieldErrors name="body" errors={errors} />
      <div className="editor-box">
        {hasToolbar && <Toolbar field={field} controls={id} />}
        <textarea
          ref={field}
          id={id}
          name="body"
          className="input editor-text"
          rows={ROWS}
          defaultValue={body}
          aria-describedby={describedBy("body", true, errors)}
          aria-invalid={errors?.length ? true : undefined}
        />
      </div>
      <MarkdownHelp />
    </div>
  );
}

function MarkdownHelp() {
  const t = useTranslation();
  return (
    <details className="markdown-help">
      <summary>{t("writing.edit.help")}</summary>
      <ul className="stack stack-small">
        {(["heading", "bold", "list", "link", "quote"] as const).map((name) => (
          <li key={name}>
            <code>{t(`writing.edit.helpLines.${name}`)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
