import { TermHints } from "~/features/terminology/components/term-hints";
import type { Hint } from "~/features/terminology/hints";
import { useTranslation } from "~/i18n/context";
import { otherLanguage, type Language } from "~/i18n/languages";

type Source = { title: string; summary: string; html: string; hints: Hint[] };

/** The text of the other language, beside one's own, to translate from. */
export function EditorSource({ source, language, isOpen }: { source: Source; language: Language; isOpen: boolean }) {
  const t = useTranslation();

  return (
    <details className="disclosure editor-source" open={isOpen}>
      <summary>{t("writing.source.title")}</summary>
      <div className="stack">
        <p className="field-hint">{t("writing.source.hint")}</p>
        <TermHints hints={source.hints} />
        <div className="stack" lang={otherLanguage(language)}>
          <p className="written-title">{source.title}</p>
          {source.summary && <p className="page-lead">{source.summary}</p>}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from Markdown and sanitized on the server */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: source.html }} />
        </div>
      </div>
    </details>
  );
}
