import { evidenceOf } from "~/features/evidence/evidence";
import type { Own } from "~/features/publishing/own-fields";

import { EvidenceQuestion } from "./evidence-question";
import { EvidenceTable } from "./evidence-table";

/** The question and the findings of a form or a revision, as readers would see them. */
export function SummaryPreview({ own, slug = "" }: { own: Own; slug?: string }) {
  const { question, findings, references } = evidenceOf(own);
  const numbers = Object.fromEntries(references.map(({ key }, index) => [key, index + 1]));

  return (
    <>
      <EvidenceQuestion question={question} />
      <EvidenceTable findings={findings} numbers={numbers} slug={slug} />
    </>
  );
}
