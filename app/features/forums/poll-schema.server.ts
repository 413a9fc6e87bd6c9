import { z } from "zod";

import { instantOf } from "~/features/accounts/end-of-day";

import { limits } from "./limits";
import type { PollInput } from "./poll.server";

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 24 * 60 * MINUTE_MS;

const line = (max: number, message: string) => z.string().trim().max(max, message).default("");

/** The fields of a poll in the form of a post, each as it was typed. Together they are read by `pollOf`. */
export const pollFields = {
  pollQuestion: line(2_000, "polls.poll.error.questionTooLong"),
  pollOptions: line(10_000, "polls.poll.error.optionTooLong"),
  pollMultiple: z.enum(["on", "yes", "true", ""], "polls.poll.error.results").default(""),
  pollClosesAt: line(40, "polls.poll.error.closesAt"),
  pollResults: z.enum(["VOTED", "CLOSED", ""], "polls.poll.error.results").default(""),
};

type PollFields = { [Name in keyof typeof pollFields]: z.output<(typeof pollFields)[Name]> };

export type PollRead = { poll: PollInput | null; errors?: undefined } | { poll?: undefined; errors: Record<string, string[]> };

/**
 * Reads the fields of a poll: none where neither a question nor an answer was typed. Times are those of the writer's zone. Gives the
 * faults by field otherwise.
 */
export function pollOf(fields: PollFields, timeZone: string, now = new Date()): PollRead {
  const question = fields.pollQuestion.trim();
  const options = fields.pollOptions
    .split("\n")
    .map((option) => option.trim().replace(/\s+/g, " "))
    .filter((option) => option !== "");
  if (question === "" && options.length === 0) return { poll: null };

  const closesAt = fields.pollClosesAt === "" ? null : instantOf(fields.pollClosesAt, timeZone);
  const errors = {
    ...fault("pollQuestion", questionFault(question)),
    ...fault("pollOptions", optionsFault(options)),
    ...fault("pollClosesAt", fields.pollClosesAt === "" || isAhead(closesAt, now) ? null : "polls.poll.error.closesAt"),
  };
  if (Object.keys(errors).length > 0) return { errors };

  return { poll: { question, options, isMultiple: fields.pollMultiple !== "", results: fields.pollResults || "VOTED", closesAt } };
}

const fault = (field: string, message: string | null) => (message ? { [field]: [message] } : {});

function questionFault(question: string): string | null {
  if (question === "") return "polls.poll.error.question";
  return question.length > limits.pollText ? "polls.poll.error.questionTooLong" : null;
}

function optionsFault(options: string[]): string | null {
  if (options.length < 2 || options.length > limits.pollOptions) return "polls.poll.error.options";
  if (options.some((option) => option.length > limits.pollText)) return "polls.poll.error.optionTooLong";
  return new Set(options.map((option) => option.toLowerCase())).size < options.length ? "polls.poll.error.double" : null;
}

const isAhead = (instant: Date | null, now: Date) =>
  instant !== null && instant.getTime() > now.getTime() && instant.getTime() - now.getTime() <= YEAR_MS;

export const voteSchema = z.object({
  option: z.array(z.uuid("polls.poll.error.unknown")).max(limits.pollOptions, "polls.poll.error.unknown").default([]),
  // The button, by which the script finds it again.
  vote: z.string().max(3).default(""),
});
