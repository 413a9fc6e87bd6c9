import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

import { type Citation, type ListedVersion, pageOf } from "../citation";

/** Every version of a work in both languages, each with the address that stands for ever. */
export function VersionList({ citation }: { citation: Citation }) {
  const t = useTranslation();
  const inLanguage = (language: Language) => citation.versions.filter((version) => version.language === language);

  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">{t("citing.versions.title")}</h2>
      {languages
        .filter((language) => inLanguage(language).length > 0)
        .map((language) => (
          <section key={language} className="stack stack-small" aria-labelledby={`versions-${language}`}>
            <h3 id={`versions-${language}`}>{t(`publishing.language.${language}`)}</h3>
            <ol className="version-list" reversed>
              {inLanguage(language).map((version) => (
                <Version key={version.number} citation={citation} version={version} />
              ))}
            </ol>
          </section>
        ))}
    </section>
  );
}

function Version({ citation, version }: { citation: Citation; version: ListedVersion }) {
  const t = useTranslation();
  const { number, publishedOn, isCurrent, isHidden } = version;

  return (
    <li>
      <p className="cluster">
        <strong>{t("citing.version", { number })}</strong>
        <Time at={publishedOn} />
        {isCurrent && <Badge>{t("citing.versions.current")}</Badge>}
      </p>
      {isHidden ? <p>{t("citing.versions.hidden")}</p> : <Addresses citation={citation} version={version} />}
    </li>
  );
}

function Addresses({ citation, version }: { citation: Citation; version: ListedVersion }) {
  const t = useTranslation();
  const page = useLanguage();
  const { kind, slugs } = citation;
  const { number, language, address } = version;
  const hrefLang = language === page ? undefined : language;

  return (
    <>
      <p className="cited">
        <a href={address} hrefLang={hrefLang}>
          {address}
        </a>
      </p>
      <p>
        <a
          href={pathTo(language, pageOf(kind, "Citation"), { slug: slugs[language], version: number })}
          hrefLang={hrefLang}
          aria-label={t("citing.versions.citeThis", { number, language: t(`citing.language.${language}`) })}
        >
          {t("citing.versions.cite")}
        </a>
      </p>
    </>
  );
}
