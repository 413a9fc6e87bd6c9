import { useTranslation } from "~/i18n/context";

/** `lang` where the headings are not in the language of the page: of all of them, or of one. */
type Sections = { sections: { key: string; heading: string; lang?: string | undefined }[]; lang?: string };

/** The sections of a long text, each a link to the id that is its key. */
export function Contents({ sections, lang }: Sections) {
  const t = useTranslation();
  if (sections.length < 2) return null;

  return (
    <nav className="toc" aria-labelledby="contents-title">
      <h2 className="toc-title" id="contents-title">
        {t("site.contents")}
      </h2>
      <ContentsList sections={sections} lang={lang} />
    </nav>
  );
}

/** The list alone, for where it stands in something that opens. */
export function ContentsList({ sections, lang }: Sections) {
  return (
    <ol className="toc-list" lang={lang}>
      {sections.map(({ key, heading, lang: own }) => (
        <li key={key} lang={own}>
          <a href={`#${key}`}>{heading}</a>
        </li>
      ))}
    </ol>
  );
}
