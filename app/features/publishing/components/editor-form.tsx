import type { ReactNode } from "react";

import { Editor } from "./editor";
import { EditorNotices } from "./editor-notices";
import { EditorSource } from "./editor-source";
import { useFieldLabels } from "./field-labels";
import { MergeNotice } from "./merge-notice";
import type { EditorPage } from "~/features/publishing/editing.server";
import { areSame } from "~/features/publishing/fields";
import type { FormAgain } from "~/features/publishing/saving.server";
import type { Vocabularies } from "~/features/vocabularies/queries.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import type { FormErrors as Errors } from "~/platform/forms.server";
import { FormErrors } from "~/ui/form-errors";

import { SubmitSection } from "./editor-page";

type Held = { fields: EditorPage["fields"]; errors: Errors; isAwake: boolean };

type Props = {
  page: EditorPage;
  sent: FormAgain | undefined;
  vocabularies: Vocabularies;
  copyName: string;
  /** Draws the fields that only its kind has, from what the form holds. */
  own: ((held: Held) => ReactNode) | null;
};

/** A text being written: as it was found, or as it came back from a save that could not be. */
export function EditorForm({ page, sent, vocabularies, copyName, own }: Props) {
  const language = useLanguage();
  const kind = useKind();
  const { slug, source } = page;
  const fields = sent?.fields ?? page.fields;
  const errors = sent?.errors ?? {};

  return (
    <>
      <FormErrors errors={sent?.errors} labels={useFieldLabels()} />
      {sent?.merge ? <MergeNotice merge={sent.merge} /> : <EditorNotices standing={sent ? { ...page, draftSavedAtText: null } : page} />}
      <Editor
        kind={kind}
        slug={slug}
        own={own && ((isAwake) => own({ fields, errors, isAwake }))}
        fields={fields}
        errors={errors}
        base={sent?.base ?? page.base}
        sequence={sent?.sequence ?? page.sequence}
        draftSavedAt={page.draftSavedAt}
        isUnkept={sent !== undefined && !areSame(sent.fields, page.fields)}
        isMerge={sent?.merge != null}
        hasOther={page.other !== null}
        vocabularies={vocabularies}
        copyName={copyName}
        addresses={{
          self: pathTo(language, `${kind}Edit`, { slug }),
          draft: pathTo(language, `${kind}Draft`, { slug }),
          removal: pathTo(language, `${kind}DraftRemoval`, { slug }),
          preview: pathTo(language, `${kind}Preview`),
        }}
        beside={source && <EditorSource source={source} language={language} isOpen={!page.isPublished} />}
      >
        <SubmitSection slug={slug} />
      </Editor>
    </>
  );
}
