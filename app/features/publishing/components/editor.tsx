import { type FormEvent, type ReactNode, useRef, useState } from "react";

import type { Fields } from "~/features/publishing/fields";
import type { KindName } from "~/features/publishing/kind-shape";
import type { Vocabularies } from "~/features/vocabularies/queries.server";
import { useTranslation } from "~/i18n/context";
import type { FormErrors } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/field";
import { classNames } from "~/ui/class-names";

import { useAutosave } from "./autosave";
import { SaveAlarm, SaveLine } from "./autosave-status";
import { DiscardDraft } from "./editor-discard";
import { EditorChoices, EditorSharing } from "./editor-details";
import { CopyOffer } from "./editor-notices";
import { EditorTexts } from "./editor-texts";
import { fillForm } from "./fill-form";
import { PreviewPanel, usePreview } from "./preview-panel";

export type EditorProps = {
  slug: string;
  kind: KindName;
  fields: Fields;
  errors: FormErrors;
  /** The revision and the own draft that the text started from. */
  base: number;
  sequence: number;
  draftSavedAt: string | null;
  /** Whether the form came back from a save with text that the portal keeps nowhere yet. */
  isUnkept: boolean;
  isMerge: boolean;
  /** Whether there is a text in the other language. */
  hasOther: boolean;
  vocabularies: Vocabularies;
  addresses: { self: string; draft: string; removal: string; preview: string };
  copyName: string;
  /** The fields that only its kind has. */
  own: ((isAwake: boolean) => ReactNode) | null;
  /** What stands beside the form: the text to translate from. */
  beside: ReactNode;
  /** What stands under it. */
  children: ReactNode;
};

/** The form in which a text is written. Without JavaScript it saves and previews; with it, it also keeps what is typed by itself. */
export function Editor({ kind, slug, own, fields, errors, vocabularies, addresses, copyName, beside, children, ...rest }: EditorProps) {
  const t = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { sequence, draftSavedAt, isUnkept } = rest;
  const keeping = useAutosave(form, { kind, address: addresses.draft, fields, sequence, copyName, draftSavedAt, isUnkept });
  const preview = usePreview(form, addresses.preview);
  const { state, isAwake, offer } = keeping;
  const [isSaving, setSaving] = useState(false);
  const isTwo = Boolean(beside) || preview.shown.status !== "closed";

  function takeOffer() {
    if (offer && form.current) fillForm(kind, form.current, offer.fields);
    keeping.closeOffer(true);
  }

  /** What was typed is safe as a draft before the page is left; if that fails, it is not left. */
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSaving) return;
    setSaving(true);
    if (isUnkept) keeping.typed();
    const attempt = await keeping.flush();
    if (attempt?.outcome === "failed" || attempt?.outcome === "signedOut") return setSaving(false);
    await keeping.submit();
  }

  function showPreview(event: FormEvent) {
    event.preventDefault();
    void preview.draw();
  }

  return (
    <div className="editor">
      {offer && <CopyOffer offer={offer} onTake={takeOffer} onDrop={() => keeping.closeOffer(false)} />}
      <div className={classNames("editor-panes", isTwo && "editor-panes-two")}>
        <form
          ref={form}
          className="form"
          method="post"
          action={addresses.self}
          encType="multipart/form-data"
          noValidate
          autoComplete="off"
          onInput={keeping.typed}
          onSubmit={save}
        >
          <input type="hidden" name="base" defaultValue={rest.base} />
          <input type="hidden" name="sequence" defaultValue={sequence} />
          <input type="hidden" name="of" defaultValue={slug} />
          <EditorTexts fields={fields} errors={errors} isAwake={isAwake}>
            {own?.(isAwake)}
          </EditorTexts>
          <fieldset className="form-section">
            <legend>{t("writing.edit.about")}</legend>
            <EditorChoices fields={fields} errors={errors} isAwake={isAwake} vocabularies={vocabularies} />
          </fieldset>
          <fieldset className="form-section">
            <legend>{t("writing.edit.shared")}</legend>
            <EditorSharing kind={kind} fields={fields} errors={errors} />
          </fieldset>
          {rest.hasOther && (
            <Checkboxes
              name="unchanged"
              legend={t("parity.editor.legend")}
              options={[{ value: "on", label: t("parity.editor.unchanged"), hint: t("parity.editor.unchangedHint") }]}
            />
          )}
          <div className="editor-actions">
            <SaveAlarm state={state} address={addresses.self} onAgain={keeping.flush} />
            <Button aria-disabled={isSaving || undefined}>{t(rest.isMerge ? "writing.merge.save" : "writing.edit.save")}</Button>
            <Button variant="secondary" formAction={addresses.preview} formTarget="_blank" onClick={showPreview}>
              {t("writing.edit.preview")}
              {!isAwake && <span className="visually-hidden"> {t("writing.preview.newWindow")}</span>}
            </Button>
            {isAwake && <SaveLine state={state} />}
          </div>
        </form>
        {isTwo && (
          <div className="editor-beside">
            <PreviewPanel shown={preview.shown} onClose={preview.close} />
            {beside}
          </div>
        )}
      </div>
      {children}
      {(draftSavedAt !== null || state.savedAt !== null) && (
        <DiscardDraft address={addresses.removal} number={rest.base} onLeave={keeping.forget} />
      )}
    </div>
  );
}
