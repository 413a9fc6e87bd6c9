import type { Kind } from "~/features/publishing/kinds.server";
import { translator } from "~/i18n/translate";

const sections = ["purpose", "before-you-start", "steps", "equity-and-safety", "evidence", "how-you-know"] as const;

/** What makes a contribution a practice guide. */
export const practiceKind: Kind = {
  kind: "PRACTICE",
  name: "practice",
  write: "practice.write",
  review: "practice.review",
  pages: { show: "practice", edit: "practiceEdit", review: "practiceReview" },
  reserved: ["new", "mine", "preview", "nouveau", "les-miens", "apercu"],

  template(language) {
    const t = translator(language);
    return sections
      .map((key) => `## ${t(`practices.template.${key}.heading`)} {#${key}}\n\n${t(`practices.template.${key}.prompt`)}\n`)
      .join("\n");
  },

  async project(tx, contributionId, { maturity }) {
    await tx.practice.upsert({ where: { contributionId }, create: { contributionId, maturity }, update: { maturity } });
  },
};
