import { z } from "zod";

import { dayAt, instantOf } from "~/features/accounts/end-of-day";

import { limits, remindChoices } from "./limits";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_DAYS = 366;

export const bookmarkSchema = z.object({
  note: z.string().trim().max(limits.note, "polls.bookmark.noteTooLong").default(""),
  remind: z.enum(remindChoices, "polls.bookmark.chooseWhen").default("keep"),
  date: z.union([z.literal(""), z.iso.date("polls.bookmark.chooseDate")], "polls.bookmark.chooseDate").default(""),
});

export type BookmarkInput = z.output<typeof bookmarkSchema>;

/** When someone wants to be reminded, by the clocks of their zone; "keep" where nothing is to change. Undefined where the day cannot be meant. */
export function reminderOf({ remind, date }: BookmarkInput, timeZone: string, now = new Date()): Date | null | "keep" | undefined {
  const today = dayAt(now, timeZone);
  switch (remind) {
    case "none":
      return null;
    case "keep":
      return "keep";
    case "later":
      return new Date(now.getTime() + 3 * HOUR_MS);
    case "tomorrow":
      return morningOf(dayAfter(today, 1), timeZone);
    case "week":
      return morningOf(dayAfter(today, 7), timeZone);
    case "date":
      return date > today && date <= dayAfter(today, YEAR_DAYS) ? morningOf(date, timeZone) : undefined;
  }
}

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const morningOf = (day: string, timeZone: string): Date => instantOf(`${day}T09:00`, timeZone) ?? new Date(`${day}T09:00:00Z`);

/** From where a bookmark is let go, to come back there. */
export const bookmarkRemovalSchema = z.object({ from: z.enum(["post", "list"]).default("post") });
