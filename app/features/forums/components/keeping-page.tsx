import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

type Props = { thread: { id: string; slug: string; title: string; language: Language }; title: string; lead: string; children: ReactNode };

/** A page on which something is done with a whole thread. */
export function KeepingPage({ thread, title, lead, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = thread.language === language ? undefined : thread.language;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("forums.title"), href: pathTo(language, "forums") },
          {
            label: thread.title,
            href: pathTo(language, "thread", { id: thread.id, slug: thread.slug }),
            ...(lang ? { lang } : {}),
          },
          { label: title },
        ]}
      />
      <div className="page page-narrow">
        <PageHeader eyebrow={<span lang={lang}>{thread.title}</span>} title={title} lead={lead} />
        {children}
      </div>
    </>
  );
}
