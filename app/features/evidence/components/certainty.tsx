import type { Level } from "~/features/evidence/evidence";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";

const signs: Record<Level, string> = { HIGH: "⊕⊕⊕⊕", MODERATE: "⊕⊕⊕○", LOW: "⊕⊕○○", VERY_LOW: "⊕○○○" };

/** A level in words, with the sign that GRADE has for it, which is not read out. */
export function Certainty({ level }: { level: Level }) {
  const t = useTranslation();
  return (
    <span className="certainty">
      <Sign level={level} />
      {t(`evidence.show.rated.${level}`)}
    </span>
  );
}

export const Sign = ({ level }: { level: Level }) => (
  <span className="certainty-sign" aria-hidden="true">
    {signs[level]}
  </span>
);

/** The levels that the findings of a summary have, in one line; where there are none, that nobody rated them. */
export function Certainties({ levels }: { levels: readonly Level[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (levels.length === 0) return t("evidence.card.notRated");

  const words = levels.map((level) => t(`evidence.certainty.${level}`).toLocaleLowerCase(language));
  return t("evidence.card.certainty", { levels: formatList(words, language) });
}
