import { ClaimRows } from "~/features/claims/components/claim-rows";
import { ChangeRows } from "~/features/lineage/components/change-rows";
import type { GuideDesk } from "~/features/practices/desk.server";
import type { Fields } from "~/features/publishing/fields";
import type { FormErrors } from "~/platform/forms.server";

export type GuideOwnProps = { fields: Fields; errors: FormErrors; isAwake: boolean; desk: GuideDesk };

/** What only a guide says: what its sections rest on and, of an edition, how it differs from its parent. */
export function GuideOwn({ desk, ...held }: GuideOwnProps) {
  return (
    <div className="own-editor">
      <ClaimRows {...held} desk={desk.claims} />
      {desk.lineage && <ChangeRows {...held} desk={desk.lineage} />}
    </div>
  );
}
