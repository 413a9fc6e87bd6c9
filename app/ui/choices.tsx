import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { describedBy, FieldErrors, FieldHint, fieldClass, fieldId, type Option, RequiredMark } from "./field-parts";

type Group = {
  name: string;
  legend: string;
  options: Option[];
  hint?: ReactNode;
  errors?: string[] | undefined;
  required?: boolean;
  className?: string;
};

/** Any number of a list. */
export function Checkboxes({ defaultValues = [], ...group }: Group & { defaultValues?: string[] | undefined }) {
  return <Choices {...group} type="checkbox" chosen={defaultValues} />;
}

/** One of a short list, all of it in view. */
export function Radios({ defaultValue, ...group }: Group & { defaultValue?: string | undefined }) {
  return <Choices {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

function Choices({ name, legend, options, hint, errors, required, className, type, chosen }: Group & { type: string; chosen: string[] }) {
  const id = fieldId(name);
  // The error summary leads to the group, and lands on its first choice.
  const idOf = (value: string, index: number) => (index === 0 ? id : `${id}-${value}`);

  return (
    <fieldset className={classNames(fieldClass(errors), "choices", className)} aria-describedby={describedBy(name, hint, errors)}>
      <legend className="field-label">
        {legend}
        {required && <RequiredMark />}
      </legend>
      <FieldHint name={name} hint={hint} />
      <FieldErrors name={name} errors={errors} />
      <div className="choice-list">
        {options.map(({ value, label, hint }, index) => (
          <div className="choice" key={value}>
            <input
              type={type}
              id={idOf(value, index)}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={errors?.length ? true : undefined}
              aria-describedby={hint ? `${idOf(value, index)}-about` : undefined}
            />
            <label htmlFor={idOf(value, index)}>{label}</label>
            {hint && (
              <span className="choice-hint" id={`${idOf(value, index)}-about`}>
                {hint}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
