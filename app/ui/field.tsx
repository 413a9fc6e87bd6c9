import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

import { classNames } from "./class-names";
import { describedBy, FieldErrors, FieldHint, fieldClass, fieldId, type Option, RequiredMark } from "./field-parts";

export { Checkboxes, Radios } from "./choices";

type About = { name: string; label: string; hint?: ReactNode; errors?: string[] | undefined; required?: boolean };

/** One line of text: also e-mail, password, date and the like, by `type`. */
export function Field({ name, label, hint, errors, className, ...rest }: About & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) {
  return (
    <Frame name={name} label={label} hint={hint} errors={errors} required={rest.required} className={className}>
      <input type="text" {...rest} {...wiring(name, hint, errors)} className="input" />
    </Frame>
  );
}

/** Many lines of text. */
export function TextArea({
  name,
  label,
  hint,
  errors,
  className,
  rows = 6,
  ...rest
}: About & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">) {
  return (
    <Frame name={name} label={label} hint={hint} errors={errors} required={rest.required} className={className}>
      <textarea {...rest} rows={rows} {...wiring(name, hint, errors)} className="input" />
    </Frame>
  );
}

type Choice = Option | { label: string; options: Option[] };

/** One of a list, which may be in groups. */
export function Select({
  name,
  label,
  hint,
  errors,
  className,
  options,
  ...rest
}: About & { options: Choice[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">) {
  return (
    <Frame name={name} label={label} hint={hint} errors={errors} required={rest.required} className={className}>
      <select {...rest} {...wiring(name, hint, errors)} className="input">
        {options.map((choice) =>
          "options" in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.options.map(asOption)}
            </optgroup>
          ) : (
            asOption(choice)
          ),
        )}
      </select>
    </Frame>
  );
}

const asOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** What every field has in common for those who do not see it. */
function wiring(name: string, hint: ReactNode, errors: string[] | undefined) {
  return {
    id: fieldId(name),
    name,
    "aria-describedby": describedBy(name, hint, errors),
    "aria-invalid": errors?.length ? (true as const) : undefined,
  };
}

function Frame({ name, label, hint, errors, required, className, children }: About & { className?: string; children: ReactNode }) {
  return (
    <div className={classNames(fieldClass(errors), className)}>
      <label className="field-label" htmlFor={fieldId(name)}>
        {label}
        {required && <RequiredMark />}
      </label>
      <FieldHint name={name} hint={hint} />
      <FieldErrors name={name} errors={errors} />
      {children}
    </div>
  );
}
