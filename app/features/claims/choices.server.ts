import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import { stances } from "./limits";

/** What the choices of a claim are called, where a text is compared. */
export function claimChoices(language: Language): Record<string, Record<string, string>> {
  const t = translator(language);
  return { claimStance: Object.fromEntries(stances.map((stance) => [stance, t(`claims.stance.${stance}`)])) };
}
