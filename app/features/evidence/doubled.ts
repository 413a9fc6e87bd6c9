import type { FormErrors, FormValues } from "~/platform/forms.server";

type Twins = { id: string; key: string; apa: string }[];

/** A form of a reference that comes back: `twins` are those in the list that seem to be the same. */
type Again = { errors: FormErrors; values: FormValues; twins: Twins };

export const again = ({ errors, values }: { errors: FormErrors; values: object }): Again => ({
  errors,
  values: values as FormValues,
  twins: [],
});

export const doubled = (values: object, twins: Twins): Again => ({
  errors: { "": ["references.error.doubled"] },
  values: values as FormValues,
  twins,
});
