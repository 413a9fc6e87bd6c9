import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { ReportLink } from "./report-link";

/** At the foot of someone's page: the quiet ways to hear less of them, and to report what stands there. */
export function PersonConcerns({
  person: { id, name, slug },
  mayFlag,
}: {
  person: { id: string; name: string; slug: string };
  mayFlag: boolean;
}) {
  const t = useTranslation();
  const language = useLanguage();
  const to = pathTo(language, "person", { slug });

  return (
    <p className="cluster no-print">
      <a className="quiet-link" href={pathTo(language, "distance", { id, to })} aria-label={t("flags.distances.linkOf", { name })}>
        {t("flags.distances.link")}
      </a>
      {mayFlag && <ReportLink href={pathTo(language, "personFlag", { slug })} what="person" />}
    </p>
  );
}
