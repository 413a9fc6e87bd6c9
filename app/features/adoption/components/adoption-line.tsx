import type { AdoptionOfGuide } from "~/features/adoption/told-of-guide.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

type Props = { slug: string; adoption: AdoptionOfGuide; mayDeclare: boolean };

/** Who does what a guide says, and the way to say that one does it too. Nothing where there is nothing to say. */
export function AdoptionLine({ slug, adoption: { told, names, areMore, isDone }, mayDeclare }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (told.kind === "none" && !isDone && !mayDeclare) return null;

  const named = formatList(
    names.map(({ name }) => name),
    language,
  );
  return (
    <p className="meta-line">
      {told.kind === "atLeast" && <span>{t("adoption.guide.runsAtLeast", { number: told.number })}</span>}
      {told.kind === "few" && <span>{t(areMore ? "adoption.guide.runsMore" : "adoption.guide.runs", { names: named })}</span>}
      {(isDone || told.kind === "atLeast") && (
        <span>
          <a href={pathTo(language, "adoptions", { guide: slug })}>{t("adoption.guide.who")}</a>
        </span>
      )}
      {mayDeclare && (
        <span className="no-print">
          <a href={pathTo(language, "practiceAdoption", { slug })}>{t("adoption.guide.declare")}</a>
        </span>
      )}
    </p>
  );
}
