import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

import { classNames } from "./class-names";

type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

type Look = { variant?: ButtonVariant; small?: boolean };

const looks = ({ variant = "primary", small = false }: Look, className?: string) =>
  classNames("button", `button-${variant}`, small && "button-small", className);

/** Does something. Submits its form unless told otherwise. */
export function Button({ variant, small, className, type = "submit", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={looks({ variant, small }, className)} />;
}

/** Leads somewhere, and looks like a button because it is the thing to do next. */
export function ButtonLink({ variant, small, className, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={looks({ variant, small }, className)}>
      {children}
    </a>
  );
}
