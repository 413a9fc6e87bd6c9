export const languages = ["en", "fr"] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "fr";

export const otherLanguage = (language: Language): Language => (language === "en" ? "fr" : "en");

/** The language of an address: its first segment. Null where an address belongs to no language. */
export function languageOf(pathname: string): Language | null {
  const first = pathname.split("/", 2)[1];
  return isLanguage(first) ? first : null;
}

/** The first of our languages that the reader's browser asks for. */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...options] = part.trim().split(";");
      const quality = Number(
        options
          .find((option) => option.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number.isFinite(quality) ? quality : 0, index };
    })
    .filter((choice) => isLanguage(choice.language) && choice.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);

  return (wanted[0]?.language as Language | undefined) ?? "en";
}
