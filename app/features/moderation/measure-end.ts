import { dayAt, endOfDay } from "~/features/accounts/end-of-day";
import type { PersonMeasure } from "~/generated/prisma/enums";
import { unprocessable } from "~/platform/errors";

import { SANCTION_MOST_DAYS, sanctionHours, type sanctionLengths } from "./limits";

const HOUR = 3_600_000;

type Chosen = { person: PersonMeasure; length?: (typeof sanctionLengths)[number] | undefined; untilDate: string };

/**
 * When a measure ends: after the length that was chosen, or with a day as it ends where the moderator lives. Null for what has no end. Refuses no
 * length, no day, a day before tomorrow, and one too far away (422).
 */
export function untilOf({ person, length, untilDate }: Chosen, timeZone: string, now = new Date()): Date | null {
  if (person !== "SILENCE" && person !== "SUSPEND") return null;
  if (!length) throw unprocessable("decisions.errors.length");
  if (length !== "date") return new Date(now.getTime() + sanctionHours[length] * HOUR);

  const until = endOfDay(untilDate || null, timeZone);
  if (!until) throw unprocessable("decisions.errors.untilDate");
  if (untilDate <= dayAt(now, timeZone)) throw unprocessable("decisions.errors.untilSoon");
  if (until.getTime() - now.getTime() > SANCTION_MOST_DAYS * 24 * HOUR) throw unprocessable("decisions.errors.untilLate");
  return until;
}
