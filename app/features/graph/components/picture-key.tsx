import type { Saying } from "~/features/graph/words";
import { useTranslation } from "~/i18n/context";

import { lineClass } from "./picture";

const order: Saying[] = ["SUPPORTS", "MIXED", "CONTRADICTS", "VARIED", null];

/** What the kinds of lines mean that were drawn, and the sign of a retraction. */
export function PictureKey({ sayings, hasRetraction }: { sayings: Saying[]; hasRetraction: boolean }) {
  const t = useTranslation();
  return (
    <figcaption>
      <ul className="graph-key" aria-label={t("graph.picture.key")}>
        {order
          .filter((saying) => sayings.includes(saying))
          .map((saying) => (
            <li key={saying}>
              <svg width="44" height="12" viewBox="0 0 44 12" aria-hidden="true" focusable="false">
                <path className={lineClass(saying)} d="M1 6H43" />
              </svg>
              {saying === null ? t("graph.picture.plain") : t(`graph.picture.names.${saying}`)}
            </li>
          ))}
        {hasRetraction && (
          <li>
            <svg className="graph-mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <circle cx="10" cy="10" r="9" />
              <text x="10" y="15">
                !
              </text>
            </svg>
            {t("graph.retracted")}
          </li>
        )}
      </ul>
    </figcaption>
  );
}
