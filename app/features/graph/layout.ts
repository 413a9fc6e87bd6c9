/** What is to be drawn beside the middle: before or behind it, next to it or one further on; `from`: to which it is tied, if not to the middle. */
export type Placed = { id: string; side: "start" | "end"; ring: 1 | 2; from: string | null };

export type Spot = { id: string; x: number; y: number; width: number; height: number };

export type Layout = { width: number; height: number; centre: Spot; spots: Spot[]; lines: { to: string; path: string }[] };

const BOX = { width: 220, height: 80 };
const CENTRE = { width: 220, height: 128 };
/** Between columns there is room for lines, and between boxes for one line. */
const GUTTER = 72;
const GAP = 20;
const EDGE = 10;
const PITCH = BOX.height + GAP;
/** More than these stand in two columns, like bricks: the lines to the further ones run between the nearer ones. */
const LONGEST_COLUMN = 9;

/** Where everything stands, for as many as may be: in columns, those of one side under each other in their order. The same always gives the same. */
export function layout(nodes: Placed[]): Layout {
  const start = columnsOf(nodes.filter(({ side }) => side === "start"));
  const end = columnsOf(nodes.filter(({ side }) => side === "end"));
  const height = Math.max(CENTRE.height, ...[start, end].map(heightOf)) + 2 * EDGE;
  const width = (start.length + end.length + 1) * (BOX.width + GUTTER) - GUTTER + 2 * EDGE;
  const middle = EDGE + start.length * (BOX.width + GUTTER);
  const centre = { id: "", x: middle, y: (height - CENTRE.height) / 2, ...CENTRE };
  const place = (columns: Column[], step: 1 | -1) =>
    columns.flatMap((column, index) => spotsIn(column, middle + step * (index + 1) * (BOX.width + GUTTER), height, columns));
  const placed = new Map([...place(start, -1), ...place(end, 1)].map((spot) => [spot.id, spot]));
  const spots = nodes.flatMap(({ id }) => placed.get(id) ?? []);
  const lines = nodes.flatMap(({ id, side, from }) => {
    const to = placed.get(id);
    return to ? [{ to: id, path: lineBetween((from !== null && placed.get(from)) || centre, to, side) }] : [];
  });
  return { width, height, centre, spots, lines };
}

/** The columns of a side, the nearest first. `shift`: how far down from where the others begin. */
type Column = { ids: string[]; shift: number };

function columnsOf(nodes: Placed[]): Column[] {
  const [near, far] = [1, 2].map((ring) => nodes.flatMap((node) => (node.ring === ring ? [node.id] : []))) as [string[], string[]];
  if (far.length > 0)
    return [
      { ids: near, shift: 0 },
      { ids: far, shift: 0 },
    ];
  if (near.length <= LONGEST_COLUMN) return near.length === 0 ? [] : [{ ids: near, shift: 0 }];
  return [
    { ids: near.filter((_, index) => index % 2 === 0), shift: 0 },
    { ids: near.filter((_, index) => index % 2 === 1), shift: PITCH / 2 },
  ];
}

const isBricks = (columns: Column[]) => columns.some(({ shift }) => shift > 0);

const columnHeight = ({ ids, shift }: Column) => ids.length * PITCH - GAP + shift;

const heightOf = (columns: Column[]) => Math.max(0, ...columns.map(columnHeight));

/** Columns stand in the middle of the height, each for itself; bricks together, so that the lines between them find their way. */
function spotsIn(column: Column, x: number, height: number, columns: Column[]): Spot[] {
  const block = isBricks(columns) ? heightOf(columns) : columnHeight(column);
  const top = (height - block) / 2 + column.shift;
  return column.ids.map((id, index) => ({ id, x, y: top + index * PITCH, ...BOX }));
}

/** A line from the edge of one to the facing edge of another: it bends in the first space between columns, and is straight from there on. */
function lineBetween(from: Spot, to: Spot, side: Placed["side"]): string {
  const step = side === "end" ? 1 : -1;
  const fromX = side === "end" ? from.x + from.width : from.x;
  const toX = side === "end" ? to.x : to.x + to.width;
  const fromY = from.y + from.height / 2;
  const toY = to.y + to.height / 2;
  const bend = fromX + (step * GUTTER) / 2;
  return `M${fromX} ${fromY}C${bend} ${fromY} ${bend} ${toY} ${fromX + step * GUTTER} ${toY}H${toX}`;
}
