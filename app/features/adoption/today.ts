import { dayAt } from "~/features/accounts/end-of-day";

/** The day that it is where in Canada it begins first, as 2026-11-23: nobody's today lies behind it. */
export const today = (now = new Date()): string => dayAt(now, "America/St_Johns");

/** The day that it is for someone; none that has begun nowhere in Canada yet. */
export function todayOf({ timeZone }: { timeZone: string }, now = new Date()): string {
  const [own, newest] = [dayAt(now, timeZone), today(now)];
  const isAhead = own > newest;
  return isAhead ? newest : own;
}
