import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

import { applicationLimits } from "../application-limits";

/** A step that is taken with a reason, which those whom it concerns will read. */
export function ReasonForm({
  id,
  sent,
  label,
  hint,
  submit,
  isGrave = false,
  children,
}: {
  id: string;
  sent: { errors: Errors; values: FormValues } | undefined;
  label: string;
  hint?: string;
  submit: string;
  isGrave?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslation();

  return (
    <>
      <FormErrors errors={sent?.errors} labels={{ reason: label }} />
      <form className="form" method="post" noValidate>
        {children}
        <TextArea
          name="reason"
          label={label}
          hint={hint}
          defaultValue={String(sent?.values.reason ?? "")}
          errors={sent?.errors.reason}
          maxLength={applicationLimits.reason}
          required
        />
        <div className="button-row">
          <Button variant={isGrave ? "danger" : "primary"}>{submit}</Button>
          <ButtonLink variant="quiet" href={pathTo(useLanguage(), "adminOrganization", { id })}>
            {t("applications.refusal.cancel")}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
