import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { Icon } from "./icons";

/** Something to know before reading on. It is not announced by itself: what has just happened is said by Flash. */
export function Notice({
  kind = "info",
  title,
  lang,
  children,
}: {
  kind?: "info" | "warning" | "danger" | "success";
  title?: string;
  lang?: string;
  children?: ReactNode;
}) {
  return (
    <div className={classNames("notice", `notice-${kind}`)} lang={lang}>
      <Icon name={kind} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
