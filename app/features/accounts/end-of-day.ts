/** The last moment of a day (2026-12-31), where the clocks stand as in this zone; null where no day is named. */
export function endOfDay(day: string | null, timeZone: string): Date | null {
  if (!day) return null;

  return momentAt(Date.parse(`${day}T23:59:59.999Z`), timeZone);
}

/** The instant of "2026-12-31T09:00", as a browser sends a date with its time, where the clocks stand as in this zone. Null where it names none. */
export function instantOf(local: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(local)) return null;
  const there = Date.parse(`${local}Z`);
  return Number.isNaN(there) ? null : momentAt(there, timeZone);
}

/** The day that the calendar of a zone shows at an instant: 2026-12-31. */
export const dayAt = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 10);

/** What the calendar and the clocks of a zone show at an instant, as a browser sends it: 2026-12-31T09:00. */
export const dayAndTimeAt = (instant: Date, timeZone: string): string =>
  new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone)).toISOString().slice(0, 16);

/** What the clocks of a zone show, as an instant. */
function momentAt(there: number, timeZone: string): Date {
  // Twice: the clocks may be changed between the first guess and the moment that is meant.
  const guess = there - offsetAt(there, timeZone);
  return new Date(there - offsetAt(guess, timeZone));
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));

  return shown - Math.floor(instant / 1000) * 1000;
}
