import { useTranslation } from "~/i18n/context";

/** Reads words whose key is known only when the page is drawn, such as that of an error. Null where there are none. */
export function useWords(): (key: string, blanks?: Record<string, number>) => string | null {
  const t = useTranslation() as unknown as (key: string, options: object) => unknown;

  return (key, blanks) => {
    const words = t(key, { ...blanks, defaultValue: "", nsSeparator: false, returnObjects: true });
    return typeof words === "string" && words !== "" ? words : null;
  };
}
