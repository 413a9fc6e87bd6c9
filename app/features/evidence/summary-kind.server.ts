import type { Kind } from "~/features/publishing/kinds.server";
import { translator } from "~/i18n/translate";

import { drawSummary, restoreReferences } from "./drawing.server";
import { missingInSummary } from "./missing.server";
import { ownChoices } from "./own-choices.server";
import { ownSchema } from "./own-schema.server";
import { projectSummary } from "./projection.server";

const sections = ["key-messages", "who-was-studied", "limits", "what-it-means"] as const;

/** What makes a contribution an evidence summary. */
export const summaryKind: Kind = {
  kind: "SUMMARY",
  name: "summary",
  write: "summary.write",
  review: "summary.review",
  edit: "summary.edit",
  reserved: ["new", "mine", "preview", "nouvelle", "les-miennes", "apercu"],

  template(language) {
    const t = translator(language);
    return sections
      .map((key) => `## ${t(`evidence.template.${key}.heading`)} {#${key}}\n\n${t(`evidence.template.${key}.prompt`)}\n`)
      .join("\n");
  },

  own: ownSchema,
  choices: ownChoices,
  missing: missingInSummary,
  hindrances: async () => ({}),
  draw: drawSummary,
  project: projectSummary,
  projectFace: async () => {},
  adapted: async () => {},
  restore: restoreReferences,
};
