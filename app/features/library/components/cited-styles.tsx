import { useLanguage, useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";

import { type Citation, citationFile } from "../citation";
import type { CitedForms } from "../cited-forms.server";

const styles = ["apa", "vancouver"] as const;
const formats = ["bibtex", "ris", "csl"] as const;

/** A version as it stands in lists of references. */
export function CitedStyles({ styled, lang }: { styled: CitedForms["styled"]; lang: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="styles">
      <h2 id="styles">{t("citing.styles")}</h2>
      {styles.map((style) => (
        <div key={style} className="cited-box">
          <h3 className="cited-name">{t(`citing.format.${style}`)}</h3>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by the styles as safe inline HTML */}
          <p className="cited" id={style} lang={lang} dangerouslySetInnerHTML={{ __html: styled[style][language] }} />
          <Copy of={style} />
        </div>
      ))}
    </section>
  );
}

/** A version as files, each to look at and to take along. */
export function CitedFiles({ citation, files }: { citation: Citation; files: CitedForms["files"] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{t("citing.files")}</h2>
      <p>{t("citing.filesHint")}</p>
      {formats.map((format) => (
        <details key={format} className="cited-box">
          <summary>{t(`citing.format.${format}`)}</summary>
          <pre className="cited-file" id={format} lang={citation.version.language} translate="no">
            {files[format]}
          </pre>
          <p className="cluster">
            <a href={citationFile(citation, format, language)} download>
              {t("citing.download", { format: t(`citing.format.${format}`) })}
            </a>
            <Copy of={format} />
          </p>
        </details>
      ))}
      <p className="field-hint">{t("citing.names")}</p>
    </section>
  );
}

/** Shown where the browser can copy; without it the text can be selected as any other. */
function Copy({ of }: { of: (typeof styles)[number] | (typeof formats)[number] }) {
  const t = useTranslation();
  return (
    <Button
      type="button"
      variant="secondary"
      small
      hidden
      data-copy={of}
      data-copied={t("citing.copied")}
      aria-label={t("citing.copyOf", { what: t(`citing.format.${of}`) })}
    >
      {t("citing.copy")}
    </Button>
  );
}
