import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** The references of a summary as files, for the programs with which researchers keep theirs. */
export function TakeReferences({ slug }: { slug: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <p className="take-references">
      {t("references.bibliography.take")} ({t("references.bibliography.fileHint")}){" "}
      {(["bibtex", "ris", "csl"] as const).map((format) => (
        <a key={format} className="chip" href={pathTo(language, "bibliographyFile", { slug, format })} rel="nofollow">
          {t(`references.bibliography.file.${format}`)}
        </a>
      ))}
    </p>
  );
}
