import { claimChoices } from "~/features/claims/choices.server";
import { hindrancesOfClaims } from "~/features/claims/hindrances.server";
import { inheritNotices } from "~/features/claims/inheriting.server";
import { missingInClaims } from "~/features/claims/missing";
import { claimsSchema } from "~/features/claims/own-schema.server";
import { projectClaims } from "~/features/claims/projection.server";
import { drawLineage } from "~/features/lineage/drawing.server";
import { missingInLineage } from "~/features/lineage/missing";
import { changesSchema } from "~/features/lineage/own-schema.server";
import { projectLineage } from "~/features/lineage/projection.server";
import { picturesIn } from "~/features/publishing/files.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { renderFields } from "~/features/publishing/revision.server";
import { translator } from "~/i18n/translate";

const sections = ["purpose", "before-you-start", "steps", "equity-and-safety", "evidence", "how-you-know"] as const;

/** What makes a contribution a practice guide. */
export const practiceKind: Kind = {
  kind: "PRACTICE",
  name: "practice",
  write: "practice.write",
  review: "practice.review",
  edit: "practice.review",
  reserved: ["new", "mine", "preview", "import", "nouveau", "les-miens", "apercu", "importation"],

  template(language) {
    const t = translator(language);
    return sections
      .map((key) => `## ${t(`practices.template.${key}.heading`)} {#${key}}\n\n${t(`practices.template.${key}.prompt`)}\n`)
      .join("\n");
  },

  own: { ...claimsSchema, ...changesSchema },
  choices: claimChoices,
  missing: (fields) => ({ ...missingInClaims(fields), ...missingInLineage(fields) }),
  hindrances: hindrancesOfClaims,
  adapted: (tx, contributionId) => inheritNotices(tx, contributionId),
  restore: async () => {},

  async draw(reader, contributionId, typed, language) {
    const fields = await drawLineage(reader, contributionId, typed, language);
    return { fields, rendered: await renderFields(fields, language, await picturesIn(reader, contributionId, fields.body)) };
  },

  async projectFace(tx, face, fields) {
    await projectLineage(tx, face, fields);
    await projectClaims(tx, face, fields);
  },

  async project(tx, contributionId, { maturity }) {
    await tx.practice.upsert({ where: { contributionId }, create: { contributionId, maturity }, update: { maturity } });
  },
};
