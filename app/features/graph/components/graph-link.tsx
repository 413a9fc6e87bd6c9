import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

type Props = { page: "practiceGraph" | "summaryGraph"; slug: string; isShown: boolean; children: ReactNode };

/** The way from a work to what is around it, below what the page says of that itself. */
export function GraphLink({ page, slug, isShown, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (!isShown) return children;

  return (
    <div className="stack stack-small">
      {children}
      <p className="meta-line no-print">
        <span>
          <a href={pathTo(language, page, { slug })}>{t("graph.link")}</a>
        </span>
      </p>
    </div>
  );
}
