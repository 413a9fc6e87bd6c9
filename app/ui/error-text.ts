import { useTranslation } from "~/i18n/context";

import { useWords } from "./words";

/** Reads an error. One without words in the dictionary is said in general words, never as code. */
export function useErrorText(): (key: string) => string {
  const t = useTranslation();
  const words = useWords();

  return (key) => words(key) ?? t("site.form.invalid");
}
