import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** The way from a work to what is around it. */
export function GraphLink({ page, slug }: { page: "practiceGraph" | "summaryGraph"; slug: string }) {
  const t = useTranslation();
  return (
    <p className="meta-line no-print">
      <span>
        <a href={pathTo(useLanguage(), page, { slug })}>{t("graph.link")}</a>
      </span>
    </p>
  );
}
