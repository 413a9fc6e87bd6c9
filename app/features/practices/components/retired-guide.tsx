import type { getPractice } from "~/features/practices/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export type RetiredPractice = Extract<Awaited<ReturnType<typeof getPractice>>, { outcome: "retired" }>;

/** What stands at the address of a guide that was taken out of use: when, why, and where to go instead. */
export function RetiredGuide({ practice }: { practice: RetiredPractice }) {
  const t = useTranslation();
  const language = useLanguage();
  const { successor } = practice;
  const lang = practice.language === language ? undefined : practice.language;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: practice.title, lang },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={t("practices.retired.eyebrow")} title={practice.title} lang={lang} />
        <Notice kind="warning" title={t("practices.retired.text", { date: formatDate(practice.retiredOn, language) })}>
          {successor && (
            <p>
              {t("practices.retired.successor")}{" "}
              <a
                href={pathTo(language, "practice", { slug: successor.slug })}
                lang={successor.language === language ? undefined : successor.language}
              >
                {successor.title}
              </a>
            </p>
          )}
        </Notice>
        <section className="stack stack-small">
          <h2>{t("practices.retired.reason")}</h2>
          <p className="written">{practice.reason}</p>
        </section>
        <p>
          <a href={pathTo(language, "practices")}>{t("practices.retired.all")}</a>
        </p>
      </div>
    </>
  );
}
