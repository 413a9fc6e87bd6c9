import type { Finding } from "~/features/evidence/evidence";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { FindingCertainty } from "./finding-certainty";
import { type Cited, SourceLinks } from "./source-links";

/** What was found, one line a finding, each with its certainty. On a narrow screen every line is a block of its own. */
export function EvidenceTable({ findings, lang, ...cited }: { findings: Finding[]; lang?: string | undefined } & Cited) {
  const t = useTranslation();
  const language = useLanguage();
  if (findings.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{t("evidence.show.findings")}</h2>
      <p>{t("evidence.show.findingsLead")}</p>
      <table className="table findings" aria-labelledby="findings">
        <thead>
          <tr>
            {(["outcome", "effect", "basis", "certainty"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`evidence.show.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.key}>
              <th scope="row" lang={lang}>
                {finding.outcome}
              </th>
              <td data-label={t("evidence.show.column.effect")}>
                <span lang={lang}>{finding.effect}</span> <SourceLinks keys={finding.references} {...cited} />
              </td>
              <td data-label={t("evidence.show.column.basis")} lang={lang}>
                {finding.basis}
              </td>
              <td data-label={t("evidence.show.column.certainty")}>
                <FindingCertainty finding={finding} lang={lang} {...cited} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="field-hint">
        {findings.some(({ ratings }) => ratings.length === 0) && t("evidence.show.notRatedHint")}{" "}
        <a href={`${pathTo(language, "summaries")}#certainty`}>{t("evidence.show.whatCertainty")}</a>
      </p>
    </section>
  );
}
