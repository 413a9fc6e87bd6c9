import { useTranslation } from "~/i18n/context";

/** The sections of a long text, each a link to its place; the renderer of Markdown marks them with `s-`. */
export function Contents({ sections, lang }: { sections: { key: string; heading: string }[]; lang?: string }) {
  const t = useTranslation();
  if (sections.length < 2) return null;

  return (
    <nav className="toc" aria-labelledby="contents-title">
      <h2 className="toc-title" id="contents-title">
        {t("site.contents")}
      </h2>
      <ol className="toc-list" lang={lang}>
        {sections.map(({ key, heading }) => (
          <li key={key}>
            <a href={`#s-${key}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
