import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";

import { membershipLimits } from "../membership-limits";
import type { PlaceHead } from "./place-page";
import { RightsField } from "./rights-field";

type Props = { place: PlaceHead; request: { id: string; name: string }; mayGrant: boolean };

/** The two answers to who asks to join, each a form of its own. */
export function AnswerForms({ place: { name: organization, slug }, request: { id, name }, mayGrant }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="columns">
      <form className="form card" method="post" action={pathTo(language, "joinRequestApproval", { slug, id })}>
        <h2>{t("membership.request.approve")}</h2>
        <p>{t("membership.request.approveLead", { organization })}</p>
        <RightsField rights={mayGrant ? ["practitioner"] : []} />
        <Button>{t("membership.request.approveSubmit", { name })}</Button>
      </form>
      <form className="form card" method="post" action={pathTo(language, "joinRequestRefusal", { slug, id })}>
        <h2>{t("membership.request.decline")}</h2>
        <p>{t("membership.request.declineLead")}</p>
        <TextArea
          name="note"
          label={t("membership.request.note")}
          hint={t("membership.request.noteHint")}
          rows={4}
          maxLength={membershipLimits.note}
        />
        <Button variant="danger">{t("membership.request.declineSubmit")}</Button>
      </form>
    </div>
  );
}
