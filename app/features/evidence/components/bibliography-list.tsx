import type { BibliographyPage } from "~/features/evidence/bibliography-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

type Props = { first: number; references: BibliographyPage["references"]; lang?: string | undefined };

/** References under their numbers, each with the public summaries that cite it too. */
export function BibliographyList({ first, references, lang }: Props) {
  return (
    <ol className="sources bibliography" start={first}>
      {references.map(({ key, apa, also }, index) => (
        <li id={`source-${first + index}`} key={key}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by the styles, which let nothing else through */}
          <span lang={lang} dangerouslySetInnerHTML={{ __html: apa }} />
          {also.length > 0 && <AlsoCited by={also} />}
        </li>
      ))}
    </ol>
  );
}

function AlsoCited({ by }: { by: BibliographyPage["references"][number]["also"] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="also-cited">
      <span>{t("references.bibliography.also")}</span>
      <ul>
        {by.map((summary) => (
          <li key={summary.slug} lang={summary.language === language ? undefined : summary.language}>
            <a href={pathTo(summary.language, "summary", { slug: summary.slug })}>{summary.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** On to the pages before and after. */
export function PageLinks({ slug, page, pages }: { slug: string; page: number; pages: number }) {
  const t = useTranslation();
  const language = useLanguage();
  if (pages === 1) return null;
  const to = (number: number) => pathTo(language, "bibliography", { slug, page: number > 1 ? number : undefined });

  return (
    <nav className="pagination" aria-label={t("references.bibliography.pages")}>
      {page > 1 && (
        <ButtonLink variant="quiet" href={to(page - 1)} rel="prev">
          {t("references.bibliography.previous")}
        </ButtonLink>
      )}
      <span>{t("references.bibliography.page", { page, pages })}</span>
      {page < pages && (
        <ButtonLink variant="secondary" href={to(page + 1)} rel="next">
          {t("references.bibliography.next")}
        </ButtonLink>
      )}
    </nav>
  );
}
