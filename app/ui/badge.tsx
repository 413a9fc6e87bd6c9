import type { ReactNode } from "react";

import { classNames } from "./class-names";

export type Tone = "brand" | "accent" | "success" | "warning" | "danger" | "info" | "outline";

/** A word or two about a thing: its state, its topic. */
export function Badge({ tone, children, lang }: { tone?: Tone; children: ReactNode; lang?: string }) {
  return (
    <span className={classNames("badge", tone && `badge-${tone}`)} lang={lang}>
      {children}
    </span>
  );
}
