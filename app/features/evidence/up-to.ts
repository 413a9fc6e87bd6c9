/** How long a search for studies counts as recent. */
const RECENT_YEARS = 5;

const TOLD = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The last day of a year, a month or a day (2024, 2024-05, 2024-05-31), as 2024-05-31; null for what is none of these. */
export function lastDayOf(told: string): string | null {
  const [, year, month = "12", day] = TOLD.exec(told) ?? [];
  if (year === undefined) return null;
  const date =
    day === undefined
      ? new Date(Date.UTC(Number(year), Number(month), 0))
      : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return iso.startsWith(`${year}-${month}${day === undefined ? "" : `-${day}`}`) ? iso : null;
}

/** Whether the search ended so long ago that a reader should know. */
export function isLongAgo(told: string, now = new Date()): boolean {
  const day = lastDayOf(told);
  if (day === null) return false;
  const recent = new Date(now);
  recent.setUTCFullYear(now.getUTCFullYear() - RECENT_YEARS);
  return day < recent.toISOString().slice(0, 10);
}
