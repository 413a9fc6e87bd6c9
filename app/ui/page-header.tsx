import type { ReactNode } from "react";

/** The head of a page: what it is, in one line and perhaps one more. The title takes the focus after a change of page. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  lang,
  children,
}: {
  title: string;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  lang?: string;
  children?: ReactNode;
}) {
  return (
    <header className="page-header" lang={lang}>
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p className="page-lead">{lead}</p>}
      {children}
    </header>
  );
}
