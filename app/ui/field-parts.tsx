import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";

import { classNames } from "./class-names";
import { useErrorText } from "./error-text";

export type Option = { value: string; label: string; hint?: string };

/** The id of a field, to which labels, errors and the error summary refer. */
export const fieldId = (name: string) => `field-${name}`;

export const fieldClass = (errors: string[] | undefined) => (errors?.length ? "field field-invalid" : "field");

/** The ids of what explains a field: its hint, then its errors. */
export const describedBy = (name: string, hint: ReactNode, errors: string[] | undefined) =>
  classNames(hint ? `${fieldId(name)}-hint` : null, errors?.length ? `${fieldId(name)}-errors` : null);

export function RequiredMark() {
  return <span className="field-required"> {useTranslation()("site.form.required")}</span>;
}

export function FieldHint({ name, hint }: { name: string; hint?: ReactNode }) {
  return hint ? (
    <p className="field-hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null;
}

export function FieldErrors({ name, errors }: { name: string; errors?: string[] | undefined }) {
  const errorText = useErrorText();
  const t = useTranslation();

  return errors?.length ? (
    <p className="field-errors" id={`${fieldId(name)}-errors`}>
      <span className="visually-hidden">{t("site.form.error")} </span>
      {errors.map(errorText).join(" ")}
    </p>
  ) : null;
}
