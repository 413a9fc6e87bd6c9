import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

import { type Citation, pageOf } from "../citation";
import { ShortCitation } from "./short-citation";

/** How to cite what is read here, in one line, and where the other forms and versions are. */
export function CiteThis({ citation }: { citation: Citation }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, slug, version } = citation;
  const current = version.isCurrent ? undefined : version.number;

  return (
    <section className="stack stack-small no-print" aria-labelledby="cite">
      <h2 id="cite">{t("citing.title")}</h2>
      <p>{t(`citing.block.published.${kind}`, { number: version.number, date: formatDate(version.publishedOn, language) })}</p>
      <ShortCitation item={citation.item} />
      <p>
        <a href={pathTo(language, pageOf(kind, "Citation"), { slug, version: current })}>{t("citing.block.more")}</a>
      </p>
    </section>
  );
}
