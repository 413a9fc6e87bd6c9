import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";
import { Prose } from "~/ui/prose";

type Text = { title: string; html: string; sourcesHtml: string; summary: string };

/** A text as its readers would see it, set apart from the page that it is shown on. `children`: what only its kind shows. */
export function WrittenText({ text, children }: { text: Text; children: ReactNode }) {
  const t = useTranslation();

  return (
    <div className="preview stack stack-large">
      <div className="stack stack-small">
        <p className="written-title">{text.title}</p>
        {text.summary && <p className="page-lead">{text.summary}</p>}
      </div>
      <Prose html={text.html} />
      {children}
      {text.sourcesHtml ? (
        <div className="stack stack-small">
          <h2 className="written-sources">{t("reviews.review.sources")}</h2>
          <Prose html={text.sourcesHtml} />
        </div>
      ) : (
        <p>{t("reviews.review.noSources")}</p>
      )}
    </div>
  );
}
