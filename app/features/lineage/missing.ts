import type { Fields } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { visibilities } from "~/features/publishing/limits";
import { rowsOf } from "~/features/publishing/own-fields";
import { recordedOf } from "~/features/publishing/section-changes";
import type { FormErrors } from "~/platform/forms.server";

import { adaptability } from "./licence";
import { pinOf } from "./pin";

const columns = shapes.practice.own.rows.changes ?? [];

/** What an edition still lacks before others are asked to read it: a reason for each section that differs, and what its parent asks for. */
export function missingInLineage({ own, licence, visibility }: Fields): FormErrors {
  const pin = pinOf(own);
  if (!pin) return {};

  const given = new Set(
    rowsOf(columns, own ?? {})
      .filter(({ changeReason }) => changeReason?.trim())
      .map(({ changeSection }) => changeSection),
  );
  const isUnsaid = recordedOf(own).some(({ kind, key }) => kind !== "KEPT" && !given.has(key));
  const isWider = pin.widest !== null && visibilities.indexOf(visibility) < visibilities.indexOf(pin.widest);
  return {
    ...(isUnsaid ? { changes: ["lineage.error.reasonMissing"] } : {}),
    ...(adaptability(pin.licence).licences.includes(licence) ? {} : { licence: [`lineage.error.licence.${keyOf(pin.licence)}`] }),
    ...(isWider ? { visibility: ["lineage.error.wider"] } : {}),
  };
}

const keyOf = (licence: string) =>
  licence === "CC-BY-SA-4.0" || licence === "CC-BY-NC-4.0" || licence === "CC-BY-4.0" ? licence.slice(3, -4) : "other";
