import { z } from "zod";

import { limits } from "./limits";
import { rules } from "./rules";

export const flagSchema = z.object({
  rule: z.enum(rules, "flags.errors.rule"),
  words: z.string().trim().max(limits.flagWords, "flags.errors.wordsTooLong").default(""),
});

export type FlagForm = z.output<typeof flagSchema>;
