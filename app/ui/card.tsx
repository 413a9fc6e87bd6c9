import type { ReactNode } from "react";

import { classNames } from "./class-names";

/** A thing of a list: its title leads to it, and with `whole` the entire card does. */
export function Card({
  title,
  href,
  level: Heading = "h3",
  lang,
  whole = false,
  className,
  above,
  children,
}: {
  title: string;
  href?: string;
  level?: "h2" | "h3";
  /** The language of the title, where it is not that of the page. */
  lang?: string | undefined;
  whole?: boolean;
  className?: string;
  above?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article className={classNames("card", whole && "card-link-whole", className)}>
      {above}
      <Heading className="card-title" lang={lang}>
        {href ? <a href={href}>{title}</a> : title}
      </Heading>
      {children}
    </article>
  );
}
