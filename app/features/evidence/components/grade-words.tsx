import { levels } from "~/features/evidence/limits";
import { useTranslation } from "~/i18n/context";

import { Sign } from "./certainty";

const sources = {
  levels: "http://www.biomedcentral.com/1741-7015/10/33/table/T1",
  symbols: "https://erj.ersjournals.com/highwire/markup/139284/expansion",
  domains: "https://ebm.bmj.com/highwire/markup/147318/expansion",
} as const;

/** What the levels of certainty mean, and where that is said. Every page that tells a level leads here. */
export function GradeWords() {
  const t = useTranslation();

  return (
    <section className="grade-words stack" aria-labelledby="certainty">
      <h2 id="certainty">{t("evidence.grade.title")}</h2>
      <p>{t("evidence.grade.lead")}</p>
      <dl>
        {[...levels, "none" as const].map((level) => (
          <div key={level}>
            <dt>
              {level !== "none" && <Sign level={level} />}
              {t(`evidence.certainty.${level}`)}
            </dt>
            <dd>{t(`evidence.grade.mean.${level}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("evidence.grade.down")}</p>
      <p>{t("evidence.grade.up")}</p>
      <p className="field-hint">
        {t("evidence.grade.translation")} {t("evidence.grade.sources")}{" "}
        {(["levels", "symbols", "domains"] as const).map((name, index) => (
          <span key={name}>
            {index > 0 && " · "}
            <a href={sources[name]}>{t(`evidence.grade.source.${name}`)}</a>
          </span>
        ))}
      </p>
    </section>
  );
}
