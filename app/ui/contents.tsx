import { useTranslation } from "~/i18n/context";

type Sections = { sections: { key: string; heading: string }[]; lang?: string };

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
      {sections.map(({ key, heading }) => (
        <li key={key}>
          <a href={`#${key}`}>{heading}</a>
        </li>
      ))}
    </ol>
  );
}
