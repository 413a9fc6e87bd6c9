import { useTranslation } from "~/i18n/context";

import { useWords } from "./words";

/** Reads an error. One without words in the dictionary is said in general words, never as code. A number behind a colon goes into its blank. */
export function useErrorText(): (key: string) => string {
  const t = useTranslation();
  const words = useWords();

  return (error) => {
    const [key = "", count] = error.split(":");
    return words(key, count === undefined ? {} : { count: Number(count) }) ?? t("site.form.invalid");
  };
}
