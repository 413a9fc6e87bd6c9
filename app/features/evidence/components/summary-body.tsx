import type { SummaryPage } from "~/features/evidence/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Contents, ContentsList } from "~/ui/contents";
import { Prose } from "~/ui/prose";

import { EvidenceQuestion, isAsked } from "./evidence-question";
import { EvidenceTable } from "./evidence-table";

type Layers = Pick<SummaryPage, "slug" | "evidence" | "numbers"> & { text: Pick<SummaryPage["text"], "first" | "rest" | "sourcesHtml"> };

type Props = { summary: Layers; lang: string | undefined };

/** A summary in its layers, each one more exact than the one before, with their contents beside them. */
export function SummaryBody({ summary, lang }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { text, evidence, numbers } = summary;
  const bibliography = pathTo(language, "bibliography", { slug: summary.slug });
  const sections = useSections({ summary, lang });

  return (
    <div className="with-aside">
      <div className="stack stack-large">
        <details className="toc only-narrow">
          <summary>{t("site.contents")}</summary>
          <ContentsList sections={sections} />
        </details>
        {text.first.html && <Prose html={text.first.html} lang={lang} />}
        <EvidenceQuestion question={evidence.question} lang={lang} />
        <EvidenceTable findings={evidence.findings} numbers={numbers} slug={summary.slug} lang={lang} />
        {text.rest.html && <Prose html={text.rest.html} lang={lang} />}
        {text.sourcesHtml && (
          <section className="stack" aria-labelledby="sources">
            <h2 id="sources">{t("evidence.show.references")}</h2>
            <Prose html={text.sourcesHtml} lang={lang} />
            <p className="no-print">
              <a href={bibliography}>{t("evidence.show.bibliography")}</a>
            </p>
          </section>
        )}
      </div>
      <aside className="aside-sticky only-wide">
        <Contents sections={sections} />
      </aside>
    </div>
  );
}

/** Every layer by the id at which it stands, in the order in which they stand. */
function useSections({ summary: { text, evidence }, lang }: Props) {
  const t = useTranslation();
  const own = (part: { sections: { key: string; heading: string }[] }) =>
    part.sections.map(({ key, heading }) => ({ key: `s-${key}`, heading, lang }));

  return [
    { key: "bottom-line", heading: t("evidence.show.bottomLine") },
    ...own(text.first),
    ...(isAsked(evidence.question) ? [{ key: "question", heading: t("evidence.show.question") }] : []),
    ...(evidence.findings.length > 0 ? [{ key: "findings", heading: t("evidence.show.findings") }] : []),
    ...own(text.rest),
    ...(text.sourcesHtml ? [{ key: "sources", heading: t("evidence.show.references") }] : []),
    { key: "about", heading: t("evidence.show.about") },
  ];
}
