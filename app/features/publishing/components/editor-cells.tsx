import type { InputHTMLAttributes, ReactNode } from "react";

import { classNames } from "~/ui/class-names";
import { describedBy, FieldErrors, FieldHint, fieldClass, fieldId, type Option } from "~/ui/field-parts";

import type { Cells } from "./editor-rows";

type About = { cells: Cells; name: string; label: string; hint?: string; className?: string };

/** One line of text in a row. */
export function LineCell({ cells, name, ...about }: About & Pick<InputHTMLAttributes<HTMLInputElement>, "list" | "onFocus">) {
  const { list, onFocus, ...rest } = about;
  return (
    <Cell cells={cells} name={name} {...rest}>
      <input type="text" className="input" list={list} onFocus={onFocus} {...wiring(cells, name, about.hint)} />
    </Cell>
  );
}

/** A few lines of text in a row. */
export function TextCell({ cells, name, ...about }: About) {
  return (
    <Cell cells={cells} name={name} {...about}>
      <textarea className="input" rows={2} {...wiring(cells, name, about.hint)} />
    </Cell>
  );
}

/** One of a list, or nothing, in a row. */
export function ChoiceCell({ cells, name, options, none, ...about }: About & { options: Option[]; none: string }) {
  return (
    <Cell cells={cells} name={name} {...about}>
      <select className="input" {...wiring(cells, name, about.hint)}>
        <option value="">{none}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Cell>
  );
}

function Cell({ cells, name, label, hint, className, children }: About & { children: ReactNode }) {
  const id = cells.idOf(name);
  const errors = cells.errorsOf(name);
  return (
    <div className={classNames(fieldClass(errors), className)}>
      <label className="field-label" htmlFor={fieldId(id)}>
        {label}
      </label>
      <FieldHint name={id} hint={hint} />
      <FieldErrors name={id} errors={errors} />
      {children}
    </div>
  );
}

function wiring(cells: Cells, name: string, hint: string | undefined) {
  const id = cells.idOf(name);
  const errors = cells.errorsOf(name);
  return {
    id: fieldId(id),
    name,
    defaultValue: cells.valueOf(name),
    "aria-describedby": describedBy(id, hint, errors),
    "aria-invalid": errors.length > 0 ? (true as const) : undefined,
  };
}
