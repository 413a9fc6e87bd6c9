import type { Fields } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { rowsOf } from "~/features/publishing/own-fields";
import type { FormErrors } from "~/platform/forms.server";

import { citationsIn, unknownKeys } from "./citing";
import { type Evidence, evidenceOf, keysIn } from "./evidence";
import { errorsIn, type Fault, faultsIn } from "./faults";

/** What a summary lacks, beyond what any text needs, before others are asked to read it; and what in it is wrong. By field. */
export function missingInSummary(fields: Pick<Fields, "body" | "own">): FormErrors {
  const evidence = evidenceOf(fields.own);
  return errorsIn([...lacks(evidence), ...faultsIn(fields.own), ...unknown(fields, evidence)]);
}

function lacks({ question, studyTypes, findings, references, funding, conflicts }: Evidence): Fault[] {
  const needed = [
    ["picoPopulation", question.population, "evidence.error.populationMissing"],
    ["picoIntervention", question.intervention, "evidence.error.interventionMissing"],
    ["studyTypes", studyTypes.length, "evidence.error.studyTypeMissing"],
    ["findings", findings.length, "evidence.error.findingsMissing"],
    ["references", references.length, "evidence.error.referencesMissing"],
    ["funding", funding, "evidence.error.fundingMissing"],
    ["conflicts", conflicts, "evidence.error.conflictsMissing"],
  ] as const;
  return needed.filter(([, value]) => !value).map(([field, , reason]) => ({ field, row: null, reason, isLack: true }));
}

/** What is cited but is not among the references, where it is cited. */
function unknown(fields: Pick<Fields, "body" | "own">, { references }: Evidence): Fault[] {
  const known = references.map(({ key }) => key);
  const missing = new Set(unknownKeys(fields, known));
  const inBody = new Set(citationsIn(fields.body).flatMap(({ cites }) => cites.map(({ key, typed }) => key ?? typed)));
  const count = [...missing].filter((key) => inBody.has(key)).length;
  const { findings = [], ratings = [] } = shapes.summary.own.rows;
  const cells = (columns: readonly string[], field: string) =>
    rowsOf(columns, fields.own ?? {}).flatMap((row, index) =>
      keysIn(row[field] ?? "").every((key) => known.includes(key))
        ? []
        : [{ field, row: index + 1, reason: "evidence.error.unknownKey", isLack: false }],
    );
  return [
    ...(count > 0 ? [{ field: "body", row: null, reason: `evidence.error.unknownKeys:${count}`, isLack: false }] : []),
    ...cells(findings, "findingReferences"),
    ...cells(ratings, "ratingReference"),
  ];
}
