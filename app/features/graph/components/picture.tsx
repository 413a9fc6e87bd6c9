import type { Neighbour, Relation } from "~/features/graph/graph";
import { linesOf } from "~/features/graph/label";
import { layout, type Placed, type Spot } from "~/features/graph/layout";
import type { Graph } from "~/features/graph/queries.server";
import { nameOf, pathOf, type Saying, sayingOf, tagOf } from "~/features/graph/words";
import { useLanguage, useTranslation } from "~/i18n/context";
import { classNames } from "~/ui/class-names";

import { PictureKey } from "./picture-key";

/** How many em of its letters a box is wide inside, for titles and for what stands below them. */
const TITLE_EM = 12;
const TAG_EM = 14.5;
const LINE = 20;

/** So wide is a drawing of three columns at least, and of four or more. */
const WIDE = 700;
const WIDER = 1000;

/** What is lower than this stays in sight while the list moves. */
const LOW = 850;

const sides: Record<Relation, Pick<Placed, "side" | "ring">> = {
  SUMMARIES: { side: "start", ring: 1 },
  COUSINS: { side: "start", ring: 2 },
  VERSIONS: { side: "start", ring: 1 },
  REPLACES: { side: "start", ring: 1 },
  PARENT: { side: "end", ring: 1 },
  EDITIONS: { side: "end", ring: 1 },
  GUIDES: { side: "end", ring: 1 },
};

/** A work with its neighbours, drawn: each leads to its page. What it shows stands in the list too. */
export function Picture({ graph }: { graph: Graph }) {
  const t = useTranslation();
  const neighbours = graph.groups.flatMap(({ relation, items }) => items.map((neighbour) => ({ relation, neighbour })));
  const { width, height, centre, spots, lines } = layout(neighbours.map(({ relation, neighbour }) => placed(relation, neighbour)));
  const sayings = new Map(neighbours.map(({ neighbour }) => [neighbour.id, sayingOf(neighbour)]));
  const at = new Map(spots.map((spot) => [spot.id, spot]));

  return (
    <figure className={classNames("graph-figure", height < LOW && "graph-figure-low")}>
      <div className="graph-frame">
        {/* biome-ignore lint/a11y/useSemanticElements: there is no other element for a group of links that is drawn */}
        <svg
          className={classNames("graph", width > WIDE && (width > WIDER ? "graph-wider" : "graph-wide"))}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          role="group"
          aria-labelledby="graph-title graph-about"
        >
          <title id="graph-title">{t("graph.picture.title", { title: graph.title })}</title>
          <desc id="graph-about">{t("graph.picture.about", { title: graph.title, count: neighbours.length })}</desc>
          <g>
            {lines.map(({ to, path }) => (
              <path key={to} className={lineClass(sayings.get(to) ?? null)} d={path} />
            ))}
          </g>
          <Middle graph={graph} spot={centre} />
          {neighbours.map(({ relation, neighbour }) => {
            const spot = at.get(neighbour.id);
            return spot && <Node key={neighbour.id} relation={relation} neighbour={neighbour} spot={spot} />;
          })}
        </svg>
      </div>
      <PictureKey
        sayings={[...new Set(sayings.values())]}
        hasRetraction={graph.hasRetraction || neighbours.some(({ neighbour }) => neighbour.hasRetraction)}
      />
    </figure>
  );
}

const placed = (relation: Relation, { id, via }: Neighbour): Placed => ({ id, from: via, ...sides[relation] });

export const lineClass = (saying: Saying) => classNames("graph-line", saying && `graph-line-${saying.toLowerCase()}`);

function Middle({ graph: { title, kind, hasRetraction, language }, spot }: { graph: Graph; spot: Spot }) {
  const t = useTranslation();
  const lang = language === useLanguage() ? undefined : language;
  return (
    <g className="graph-node graph-middle">
      <Box spot={spot} title={title} lines={linesOf(title, TITLE_EM, 4)} tag={t(`graph.tags.${kind}`)} lang={lang} />
      {hasRetraction && <Mark spot={spot} />}
    </g>
  );
}

function Node({ relation, neighbour, spot }: { relation: Relation; neighbour: Neighbour; spot: Spot }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, isRetired, hasRetraction, publishedOn } = neighbour;
  const lang = neighbour.language === language ? undefined : neighbour.language;
  const name = nameOf(t, neighbour);
  const tag = tagOf(t, language, relation, neighbour);

  return (
    <a
      href={pathOf(neighbour)}
      hrefLang={lang}
      className={classNames("graph-node", kind !== "practice" && "graph-evidence", isRetired && "graph-retired")}
      aria-label={[name, tag, ...(hasRetraction ? [t("graph.retracted")] : [])].join(", ")}
    >
      <Box
        spot={spot}
        title={publishedOn ? `${name}, ${tag}` : name}
        lines={linesOf(name, TITLE_EM, 2)}
        tag={linesOf(tag, TAG_EM, 1)[0] ?? ""}
        lang={kind === "version" ? undefined : lang}
      />
      {hasRetraction && <Mark spot={spot} />}
    </a>
  );
}

/** The lines of a title over what it is, in the middle of the height. */
function Box({ spot, title, lines, tag, lang }: { spot: Spot; title: string; lines: string[]; tag: string; lang: string | undefined }) {
  const { x, y, width, height } = spot;
  const top = y + height / 2 - ((lines.length + 1) * LINE) / 2 + LINE * 0.72;
  return (
    <>
      <title lang={lang}>{title}</title>
      <rect x={x} y={y} width={width} height={height} rx={8} />
      <text className="graph-name" lang={lang}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their order
          <tspan key={index} x={x + 14} y={top + index * LINE}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="graph-tag" x={x + 14} y={top + lines.length * LINE + 1}>
        {tag}
      </text>
    </>
  );
}

/** That something it cites was retracted. */
function Mark({ spot: { x, y, width } }: { spot: Spot }) {
  return (
    <g className="graph-mark">
      <circle cx={x + width - 6} cy={y + 8} r={9} />
      <text x={x + width - 6} y={y + 13}>
        !
      </text>
    </g>
  );
}
