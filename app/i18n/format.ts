import type { Language } from "./languages";

const locales = { en: "en-CA", fr: "fr-CA" } as const;

/** "November 22, 2026" / « 22 novembre 2026 ». Dates without a time are taken as they stand, in UTC. */
export function formatDate(date: Date | string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
}

/** "Nov. 22, 2026, 3:38 p.m. EST" / « 22 nov. 2026, 15 h 38 HNE », in the given zone, which is named. */
export function formatTime(instant: Date | string, language: Language, timeZone = "America/Toronto"): string {
  return new Intl.DateTimeFormat(locales[language], {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(instant));
}

/** "Nov. 22, 2026" / « 22 nov. 2026 »: the day on which something happened, in the given zone. */
export function formatDay(instant: Date | string, language: Language, timeZone = "America/Toronto"): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeZone }).format(new Date(instant));
}

/** "3:38 p.m." / « 15 h 38 », in the given zone; in the browser's own where none is given. */
export function formatClock(instant: Date | string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales[language], { hour: "numeric", minute: "2-digit", timeZone }).format(new Date(instant));
}

/** "Nov. 2026" / « nov. 2026 », of a month as 2026-11. */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { year: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${month}-01`));
}

/** A date as exact as it was told: "2024", "May 2024", "May 31, 2024" / « 2024 », « mai 2024 », « 31 mai 2024 ». */
export function formatTold(told: string, language: Language): string {
  if (told.length <= 4) return told;
  if (told.length > 7) return formatDate(told, language);
  return new Intl.DateTimeFormat(locales[language], { year: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${told}-01`));
}

export function formatNumber(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(number);
}

/** "a, b and c" / « a, b et c ». */
export function formatList(items: string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
}
