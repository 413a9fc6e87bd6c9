import type { ReactNode } from "react";

import { listOf } from "~/features/publishing/kind-shape";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import type { RetiredWork as Retired } from "~/features/publishing/work.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** What stands at the address of a text that was taken out of use: when, why, and where to go instead. */
export function RetiredWork({ work, children }: { work: Retired; children?: ReactNode }) {
  const t = useTranslation();
  const kind = useKind();
  const word = useWord();
  const language = useLanguage();
  const { successor } = work;
  const lang = work.language === language ? undefined : work.language;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(word("practices.list.title")), href: pathTo(language, listOf[kind]) },
          { label: work.title, lang },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={t(word("practices.retired.eyebrow"))} title={work.title} lang={lang} />
        <Notice kind="warning" title={t(word("practices.retired.text"), { date: formatDate(work.retiredOn, language) })}>
          {successor && (
            <p>
              {t("practices.retired.successor")}{" "}
              <a
                href={pathTo(language, kind, { slug: successor.slug })}
                lang={successor.language === language ? undefined : successor.language}
              >
                {successor.title}
              </a>
            </p>
          )}
        </Notice>
        <section className="stack stack-small">
          <h2>{t("practices.retired.reason")}</h2>
          <p className="written">{work.reason}</p>
        </section>
        <p>
          <a href={pathTo(language, listOf[kind])}>{t(word("practices.retired.all"))}</a>
        </p>
        {children}
      </div>
    </>
  );
}
