import type { ReactNode } from "react";

import type { Own } from "~/features/publishing/own-fields";
import type { Previewed } from "~/features/publishing/saving.server";
import { useWord } from "~/features/publishing/use-word";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { useErrorText } from "~/ui/error-text";

/** What only one kind shows of a text. */
type OwnPart = { own?: ((own: Own) => ReactNode) | undefined };

/** How a form would look to readers. The form with JavaScript takes what is marked as preview out of this page. */
export function PreviewPage({ preview, mine, own }: { preview: Previewed | undefined; mine: string } & OwnPart) {
  const t = useTranslation();
  const word = useWord();

  return (
    <div className="page page-reading">
      <PageHeader title={t("writing.preview.title")} lead={preview && t("writing.preview.lead")} />
      {preview ? (
        <div className="stack" data-preview>
          {preview.outcome === "refused" ? <Refused errors={preview.errors} /> : <Drawn preview={preview} own={own} />}
        </div>
      ) : (
        <p>
          {t("writing.preview.nothing")} <a href={mine}>{t(word("writing.mine.title"))}</a>
        </p>
      )}
    </div>
  );
}

function Drawn({ preview, own }: { preview: Extract<Previewed, { outcome: "drawn" }> } & OwnPart) {
  const { title, summary, html, sourcesHtml } = preview;
  const t = useTranslation();
  return (
    <>
      {title && <p className="written-title">{title}</p>}
      {summary && <p className="page-lead">{summary}</p>}
      {html ? <Prose html={html} /> : <p>{t("writing.preview.noText")}</p>}
      {own?.(preview.own)}
      {sourcesHtml && (
        <>
          <h2>{t("writing.preview.sources")}</h2>
          <Prose html={sourcesHtml} />
        </>
      )}
    </>
  );
}

function Refused({ errors }: { errors: Record<string, string[]> }) {
  const errorText = useErrorText();
  return Object.entries(errors).map(([field, keys]) => (
    <Notice key={field} kind="danger">
      {keys.map(errorText).join(" ")}
    </Notice>
  ));
}
