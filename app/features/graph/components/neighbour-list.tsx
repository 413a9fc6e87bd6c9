import type { Group, Neighbour, Relation } from "~/features/graph/graph";
import type { Graph } from "~/features/graph/queries.server";
import { nameOf, pathOf } from "~/features/graph/words";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";

/** What is around a work, by how it is related: the same as the drawing, in the same order. */
export function NeighbourList({ graph }: { graph: Graph }) {
  const t = useTranslation();
  const summaries = new Map(
    graph.groups.flatMap(({ relation, items }) => (relation === "SUMMARIES" ? items.map(({ id, title }) => [id, title]) : [])),
  );
  return (
    <div className="stack stack-large">
      {graph.groups.map((group) => (
        <section key={group.relation} className="stack stack-small" aria-labelledby={`graph-${group.relation}`}>
          <h2 id={`graph-${group.relation}`} className="graph-relation">
            {t(`graph.relations.${group.relation}`)}
          </h2>
          <ul className="graph-list">
            {group.items.map((neighbour) => (
              <li key={neighbour.id}>
                <Item neighbour={neighbour} via={summaries.get(neighbour.via ?? "")} />
              </li>
            ))}
          </ul>
          <More group={group} slug={graph.slug} />
        </section>
      ))}
    </div>
  );
}

function Item({ neighbour, via }: { neighbour: Neighbour; via: string | undefined }) {
  const t = useTranslation();
  const page = useLanguage();
  const { kind, language, slug, title, organization, stances, isRetired, hasRetraction, publishedOn } = neighbour;
  const lang = language === page ? undefined : language;

  return (
    <>
      <a href={pathOf(neighbour)} lang={kind === "version" ? undefined : lang} hrefLang={lang}>
        {nameOf(t, neighbour)}
      </a>
      <p className="meta-line">
        {organization && <span>{organization}</span>}
        {publishedOn && <span>{formatDate(publishedOn, page)}</span>}
        {stances.map((stance) => (
          <span key={stance}>{t(`claims.stance.${stance}`)}</span>
        ))}
        {via && <span>{t("graph.via", { title: via })}</span>}
        {kind !== "version" && !isRetired && (
          <span className="no-print">
            <a href={pathTo(language, kind === "summary" ? "summaryGraph" : "practiceGraph", { slug })} hrefLang={lang}>
              <span aria-hidden="true">{t("graph.around")}</span>
              <span className="visually-hidden">{t("graph.aroundNamed", { title })}</span>
            </a>
          </span>
        )}
      </p>
      {(isRetired || hasRetraction) && (
        <p className="badge-list">
          {isRetired && <Badge tone="outline">{t("graph.retired")}</Badge>}
          {hasRetraction && <Badge tone="danger">{t("graph.retracted")}</Badge>}
        </p>
      )}
    </>
  );
}

/** How many there are besides, and where they all stand, if there is such a page. */
function More({ group: { relation, more }, slug }: { group: Group; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();
  if (more === 0) return null;

  const page = fullList[relation];
  return (
    <p className="field-hint">
      {t("graph.more", { count: more })}{" "}
      {page && <a href={pathTo(language, page, { slug })}>{t(`graph.all.${relation as "EDITIONS" | "GUIDES"}`)}</a>}
    </p>
  );
}

const fullList: Partial<Record<Relation, "lineage" | "uses">> = { EDITIONS: "lineage", GUIDES: "uses" };
