import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

export type ShownOrphan = {
  id: string;
  title: string;
  href: string;
  language: Language;
  organization: string;
  createdAt: string;
  isPublished: boolean;
  isRetired: boolean;
};

/** Texts that nobody answers for, each perhaps with what can be done about it. Their headings lie below that of the list, or of the page. */
export function OrphanList({
  orphans,
  about,
  below,
}: {
  orphans: ShownOrphan[];
  about?: (orphan: ShownOrphan) => ReactNode;
  below: "page" | "section";
}) {
  const t = useTranslation();
  const language = useLanguage();
  if (orphans.length === 0) return null;
  const Heading = below === "page" ? "h2" : "h3";

  return (
    <ul className="queue">
      {orphans.map((orphan) => (
        <li className="queue-item" key={orphan.id}>
          <div className="stack stack-small">
            <Heading className="card-title" lang={orphan.language === language ? undefined : orphan.language}>
              <a href={orphan.href} hrefLang={orphan.language}>
                {orphan.title}
              </a>
            </Heading>
            <p className="meta-line">
              <span>{orphan.organization}</span>
              <span>
                {t("applications.orphans.begun")} <Time at={orphan.createdAt} />
              </span>
            </p>
            {(orphan.isRetired || !orphan.isPublished) && (
              <p className="badge-list">
                <Badge tone="outline">{t(orphan.isRetired ? "applications.orphans.retired" : "applications.orphans.unpublished")}</Badge>
              </p>
            )}
          </div>
          {about?.(orphan)}
        </li>
      ))}
    </ul>
  );
}
