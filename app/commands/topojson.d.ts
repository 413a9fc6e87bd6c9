// The parts of TopoJSON that app/commands/draw-canada.ts uses; the packages bring no types of their own.

declare module "topojson-client" {
  export type Position = [number, number];
  export type Shape = {
    type: "Feature";
    id: string;
    properties: Record<string, unknown>;
    geometry: { type: "Polygon" | "MultiPolygon"; coordinates: Position[][][] };
  };
  export type Topology = { objects: Record<string, object> };

  export function feature(topology: Topology, object: object | undefined): { features: Shape[] };
}

declare module "topojson-server" {
  import type { Topology } from "topojson-client";

  export function topology(objects: Record<string, object>): Topology;
}

declare module "topojson-simplify" {
  import type { Topology } from "topojson-client";

  export function presimplify(topology: Topology): Topology;
  export function simplify(topology: Topology, weight: number): Topology;
  export function filterWeight(topology: Topology, weight: number): (ring: unknown) => boolean;
  export function filter(topology: Topology, keep: (ring: unknown) => boolean): Topology;
}
