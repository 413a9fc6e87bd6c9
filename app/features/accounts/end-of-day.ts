/** The last moment of a day (2026-12-31), where the clocks stand as in this zone; null where no day is named. */
export function endOfDay(day: string | null, timeZone: string): Date | null {
  if (!day) return null;

  const there = Date.parse(`${day}T23:59:59.999Z`);
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
