import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";

import { membershipLimits } from "../membership-limits";
import type { PlaceHead } from "./place-page";

/** A few words to those who run the organization. */
export function JoinForm({ sent }: { sent: { errors: Errors; values: FormValues } | undefined }) {
  const t = useTranslation();
  const label = t("membership.join.message");

  return (
    <>
      <FormErrors errors={sent?.errors} labels={{ message: label }} />
      <form className="form" method="post" noValidate>
        <TextArea
          name="message"
          label={label}
          hint={t("membership.join.messageHint")}
          defaultValue={sent?.values.message}
          errors={sent?.errors.message}
          maxLength={membershipLimits.message}
          required
        />
        <Button>{t("membership.join.submit")}</Button>
      </form>
    </>
  );
}

/** For who has an address at a domain of the organization: nobody need be asked. */
export function JoinNow({ place: { name, slug }, domain }: { place: PlaceHead; domain: string }) {
  const t = useTranslation();

  return (
    <>
      <Notice kind="success" title={t("membership.join.domain")}>
        {t("membership.join.domainText", { domain, organization: name })}
      </Notice>
      <form method="post" action={pathTo(useLanguage(), "joinByDomain", { slug })}>
        <Button>{t("membership.join.joinNow")}</Button>
      </form>
    </>
  );
}

/** The request is open. */
export function Asked({ place: { name, slug }, message }: { place: PlaceHead; message: string }) {
  const t = useTranslation();

  return (
    <>
      <Notice title={t("membership.join.asked")}>{t("membership.join.askedText", { organization: name })}</Notice>
      <p>{t("membership.join.yourMessage")}</p>
      <blockquote className="quoted">{message}</blockquote>
      <form method="post" action={pathTo(useLanguage(), "joinRequestWithdrawal", { slug })}>
        <Button variant="secondary">{t("membership.join.withdraw")}</Button>
      </form>
    </>
  );
}

export function WithinAlready({ place: { name, slug } }: { place: PlaceHead }) {
  const t = useTranslation();

  return (
    <>
      <Notice kind="success" title={t("membership.join.in", { organization: name })}>
        {t("membership.join.inText")}
      </Notice>
      <p>
        <ButtonLink variant="secondary" href={pathTo(useLanguage(), "organizationPeople", { slug })}>
          {t("membership.join.toPeople")}
        </ButtonLink>
      </p>
    </>
  );
}

export function Closed({ place: { name } }: { place: PlaceHead }) {
  const t = useTranslation();

  return (
    <Notice kind="warning" title={t("membership.join.closed", { organization: name })}>
      {t("membership.join.closedText")}
    </Notice>
  );
}
