import type { Citation } from "~/features/library/citation";
import { Fact } from "~/features/publishing/components/facts";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languages } from "~/i18n/languages";

import { type BookFormat, bookFormats } from "../book";
import { bookAddress } from "../book-address";

const formats = Object.keys(bookFormats) as BookFormat[];

/** A version as files, in its language or in both. Nothing for what is not taken along. */
export function TakeAlong({ citation }: { citation: Pick<Citation, "kind" | "slug" | "slugs" | "version"> }) {
  const t = useTranslation();
  const { kind, slugs, version } = citation;
  if (kind !== "practice") return null;

  const hasBoth = languages.every((language) => slugs[language] !== undefined);
  return (
    <section className="stack stack-small no-print" aria-labelledby="take">
      <h2 id="take">{t("exporting.take.title")}</h2>
      <p>{t("exporting.take.lead", { number: version.number })}</p>
      <dl className="facts facts-wide">
        <Fact name={t("exporting.take.here")}>
          <Files citation={citation} both={false} />
        </Fact>
        {hasBoth && (
          <Fact name={t("exporting.take.both")}>
            <Files citation={citation} both />
          </Fact>
        )}
      </dl>
    </section>
  );
}

type FilesProps = { citation: Pick<Citation, "slug" | "slugs" | "version">; both: boolean };

function Files({ citation: { slug, slugs, version }, both }: FilesProps) {
  const t = useTranslation();
  const page: Language = useLanguage();
  const { language, number } = version;

  return (
    <ul className="fact-list">
      {formats.map((format) => {
        const words = t(`exporting.take.${format}`);
        return (
          <li key={format}>
            <a
              href={bookAddress(language, { slug: slugs[language] ?? slug, number, format }, both)}
              hrefLang={both || language === page ? undefined : language}
              aria-label={both ? t("exporting.take.named", { format: words }) : undefined}
            >
              {words}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
