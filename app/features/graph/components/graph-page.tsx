import type { Graph } from "~/features/graph/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

import { NeighbourList } from "./neighbour-list";
import { Picture } from "./picture";

/** What is around a work: as a list, and drawn. */
export function GraphPage({ graph }: { graph: Graph }) {
  const t = useTranslation();
  const page = useLanguage();
  const { kind, slug, title, language, groups, hasRetraction } = graph;
  const lang = language === page ? undefined : language;
  const isAlone = groups.length === 0;

  return (
    <>
      <Breadcrumbs
        steps={[
          kind === "practice"
            ? { label: t("practices.list.title"), href: pathTo(page, "practices") }
            : { label: t("evidence.list.title"), href: pathTo(page, "summaries") },
          { label: title, href: pathTo(page, kind, { slug }), lang },
          { label: t("graph.step") },
        ]}
      />
      <div className="page">
        <PageHeader title={t("graph.title", { title })} lead={t(`graph.lead.${kind}`)} />
        {hasRetraction && (
          <p>
            <Badge tone="danger">{t("graph.retracted")}</Badge>
          </p>
        )}
        {isAlone ? (
          <EmptyState title={t("graph.none")}>
            <p>{t(`graph.noneHint.${kind}`)}</p>
          </EmptyState>
        ) : (
          <div className="graph-columns">
            <NeighbourList graph={graph} />
            <Picture graph={graph} />
          </div>
        )}
      </div>
    </>
  );
}
