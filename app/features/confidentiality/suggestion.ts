import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import type { Finding } from "./finding";

const decades = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** Neutral words that could stand in place of what was found, in the language of the text. Nothing is rewritten by itself. */
export function suggestionFor({ kind, decade }: Pick<Finding, "kind" | "decade">, language: Language): string {
  const t = translator(language);
  const known = decades.find((each) => each === decade);
  return kind === "NAME" && known !== undefined ? t(`confidentiality.instead.NAME_${known}`) : t(`confidentiality.instead.${kind}`);
}
