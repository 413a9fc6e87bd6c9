import { Editor } from "~/features/publishing/components/editor";
import { EditorNotices } from "~/features/publishing/components/editor-notices";
import { EditorSource } from "~/features/publishing/components/editor-source";
import { MergeNotice } from "~/features/publishing/components/merge-notice";
import type { EditorPage } from "~/features/publishing/editing.server";
import { areSame } from "~/features/publishing/fields";
import type { FormAgain } from "~/features/publishing/saving.server";
import type { Vocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { FormErrors } from "~/ui/form-errors";

import { SubmitSection } from "./editor-page";

type Props = { page: EditorPage; sent: FormAgain | undefined; vocabularies: Vocabularies; copyName: string };

/** A guide being written: as it was found, or as it came back from a save that could not be. */
export function EditorForm({ page, sent, vocabularies, copyName }: Props) {
  const language = useLanguage();
  const t = useTranslation();
  const { slug, source } = page;
  const labels = Object.fromEntries(
    (["title", "summary", "body", "sources", "topics", "populations", "settings", "provinces"] as const).map((name) => [
      name,
      t(`publishing.field.${name}`),
    ]),
  );

  return (
    <>
      <FormErrors errors={sent?.errors} labels={labels} />
      {sent?.merge ? <MergeNotice merge={sent.merge} /> : <EditorNotices standing={sent ? { ...page, draftSavedAtText: null } : page} />}
      <Editor
        fields={sent?.fields ?? page.fields}
        errors={sent?.errors ?? {}}
        base={sent?.base ?? page.base}
        sequence={sent?.sequence ?? page.sequence}
        draftSavedAt={page.draftSavedAt}
        isUnkept={sent !== undefined && !areSame(sent.fields, page.fields)}
        isMerge={sent?.merge != null}
        vocabularies={vocabularies}
        copyName={copyName}
        addresses={{
          self: pathTo(language, "practiceEdit", { slug }),
          draft: pathTo(language, "practiceDraft", { slug }),
          removal: pathTo(language, "practiceDraftRemoval", { slug }),
          preview: pathTo(language, "practicePreview"),
        }}
        beside={source && <EditorSource source={source} language={language} isOpen={!page.isPublished} />}
      >
        <SubmitSection slug={slug} />
      </Editor>
    </>
  );
}
