import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

import { ComposerScript } from "./composer-script";

type Crumb = { label: string; href: string; lang?: Language };

type Props = {
  title: string;
  /** What this page is, in the way from the home page to here. */
  short?: string;
  /** Where it belongs. What is hidden by now is left out. */
  within?: (Crumb | null | undefined)[];
  lead?: ReactNode;
  children: ReactNode;
};

/** A page of the forums on which someone writes. */
export function ComposingPage({ title, short = title, within = [], lead, children }: Props) {
  const t = useTranslation();
  const forums = { label: t("forums.title"), href: pathTo(useLanguage(), "forums") };

  return (
    <>
      <Breadcrumbs steps={[forums, ...within.filter((crumb) => crumb != null), { label: short }]} />
      <div className="page page-reading">
        <PageHeader title={title} lead={lead} />
        {children}
      </div>
      <ComposerScript />
    </>
  );
}

type Thread = { id: string; slug: string; title: string; language: Language };

/** The way to a thread, in the language in which it is called. */
export function useThreadCrumb(): (thread: Thread) => Crumb {
  const language = useLanguage();

  return ({ id, slug, title, language: lang }) => ({
    label: title,
    href: pathTo(language, "thread", { id, slug }),
    ...(lang === language ? {} : { lang }),
  });
}
