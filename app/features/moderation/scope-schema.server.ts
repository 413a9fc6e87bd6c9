import { z } from "zod";

import { languages } from "~/i18n/languages";

const MOST = 500;

const unknown = "moderation.scope.errors.unknown";

/** What a moderator is to look after. Whether categories and organizations are there, the verb asks. */
export const scopeSchema = z.object({
  languages: z.array(z.enum(languages, unknown)).default([]),
  categories: z.array(z.uuid(unknown)).max(MOST, unknown).default([]),
  organizations: z.array(z.uuid(unknown)).max(MOST, unknown).default([]),
});

export type ScopeForm = z.output<typeof scopeSchema>;
