import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { classNames } from "~/ui/class-names";
import { PageHeader } from "~/ui/page-header";

type Props = {
  summary: { slug: string; title: string };
  /** Nothing on the list of references itself. */
  step?: string;
  title?: string;
  lead?: ReactNode;
  isNarrow?: boolean;
  children: ReactNode;
};

/** A page about the references of a summary, for those who write on it. */
export function ReferencesFrame({ summary, step, title, lead, isNarrow = false, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { slug } = summary;
  const list = { label: t("references.title"), href: pathTo(language, "references", { slug }) };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("evidence.list.title"), href: pathTo(language, "summaries") },
          { label: summary.title, href: pathTo(language, "summary", { slug }) },
          ...(step ? [list, { label: step }] : [{ label: list.label }]),
        ]}
      />
      <div className={classNames("page", isNarrow ? "page-narrow" : "page-reading", "stack", "stack-large")}>
        <PageHeader eyebrow={summary.title} title={title ?? step ?? list.label} lead={lead} />
        {children}
      </div>
    </>
  );
}
