import type { PracticePage } from "~/features/practices/queries.server";
import { useTranslation } from "~/i18n/context";
import { Contents, ContentsList } from "~/ui/contents";
import { Prose } from "~/ui/prose";

type Text = Pick<PracticePage["guide"], "html" | "sourcesHtml" | "sections">;

/** The text of a guide with its contents beside it, and its sources. `lang` where it is not the language of the page. */
export function GuideBody({ guide, lang }: { guide: Text; lang: string | undefined }) {
  const t = useTranslation();
  const sections = guide.sections.map(({ key, heading }) => ({ key: `s-${key}`, heading }));

  return (
    <div className="with-aside">
      <div className="stack stack-large">
        {sections.length > 1 && (
          <details className="toc only-narrow">
            <summary>{t("practices.guide.contents")}</summary>
            <ContentsList sections={sections} lang={lang} />
          </details>
        )}
        <Prose html={guide.html} lang={lang} />
        {guide.sourcesHtml && (
          <section className="stack" aria-labelledby="sources">
            <h2 id="sources">{t("practices.guide.sources")}</h2>
            <Prose html={guide.sourcesHtml} lang={lang} />
          </section>
        )}
      </div>
      <aside className="aside-sticky only-wide">
        <Contents sections={sections} lang={lang} />
      </aside>
    </div>
  );
}
