import { SectionClaims, SectionNotices } from "~/features/claims/components/section-evidence";
import { type GuideEvidence, partsOf } from "~/features/claims/shown";
import type { PracticePage } from "~/features/practices/queries.server";
import { useTranslation } from "~/i18n/context";
import { Contents, ContentsList } from "~/ui/contents";
import claimsStyles from "~/styles/claims.css";
import { Prose } from "~/ui/prose";

type Text = Pick<PracticePage["guide"], "html" | "sourcesHtml" | "sections">;

type Evidence = Pick<GuideEvidence, "claims" | "notices"> | null;

/** The text of a guide with its contents beside it, what its sections rest on, and its sources. `lang` where it is not the language of the page. */
export function GuideBody({ guide, evidence, lang }: { guide: Text; evidence: Evidence; lang: string | undefined }) {
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
        {evidence ? <Sections guide={guide} evidence={evidence} lang={lang} /> : <Prose html={guide.html} lang={lang} />}
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

/** Section by section: under its heading what has changed since, below it what it rests on. */
function Sections({ guide, evidence, lang }: { guide: Text; evidence: NonNullable<Evidence>; lang: string | undefined }) {
  const of = <Told extends { section: string }>(all: Told[], key: string) => all.filter(({ section }) => key !== "" && section === key);

  return (
    <div className="guide-text">
      <link rel="stylesheet" href={claimsStyles} />
      {partsOf(guide.html, guide.sections).map(({ key, heading, rest }) => (
        <div className="guide-section" key={key || rest.slice(0, 40)}>
          {heading && <Prose html={heading} lang={lang} />}
          <SectionNotices notices={of(evidence.notices, key)} />
          {rest.trim() !== "" && <Prose html={rest} lang={lang} />}
          <SectionClaims claims={of(evidence.claims, key)} />
        </div>
      ))}
    </div>
  );
}
