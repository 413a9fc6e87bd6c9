import { useTranslation } from "~/i18n/context";

/** Reads an error, which is a key of the dictionary. A key that is unknown becomes the general words, never code on the page. */
export function useErrorText(): (key: string) => string {
  const t = useTranslation();
  const read = t as unknown as (key: string, options: { defaultValue: string; nsSeparator: false }) => string;

  return (key) => read(key, { defaultValue: t("site.form.invalid"), nsSeparator: false });
}
