import { useLanguage, useTranslation } from "~/i18n/context";
import { reasonText } from "~/i18n/reason";

/** Reads an error. One without words in the dictionary is said in general words, never as code. A number or a moment goes into its blank. */
export function useErrorText(): (reason: string) => string {
  const t = useTranslation();
  const language = useLanguage();

  return (reason) => reasonText(t, reason, language) ?? t("site.form.invalid");
}
