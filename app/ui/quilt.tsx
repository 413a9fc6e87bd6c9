/** The portal's pattern: patches of different makers that meet. Each is written as ground, figure, shape and quarter turns. */
const CELL = 40;

const shapes = {
  leaf: "M0 0a40 40 0 0 1 40 40A40 40 0 0 1 0 0Z",
  fan: "M0 0h40A40 40 0 0 1 0 40Z",
  half: "M0 0h40L0 40Z",
  hills: "M0 40a20 20 0 0 1 40 0ZM0 20a20 20 0 0 1 40 0Z",
  dot: "M32 20a12 12 0 1 1-24 0 12 12 0 0 1 24 0Z",
  stripe: "M0 0h40v10H0ZM0 20h40v10H0Z",
} as const;

type Patch = readonly [ground: string, figure: string, shape: keyof typeof shapes, turns?: number];

const blanket: Patch[][] = [
  [
    ["f", "b", "fan"],
    ["e", "c", "dot"],
    ["f", "a", "half", 1],
    ["a", "e", "leaf"],
    ["c", "d", "hills"],
    ["f", "b", "leaf", 1],
  ],
  [
    ["c", "e", "half"],
    ["f", "a", "leaf"],
    ["e", "d", "fan", 1],
    ["e", "b", "fan", 2],
    ["f", "a", "leaf", 1],
    ["a", "c", "dot"],
  ],
  [
    ["a", "f", "stripe"],
    ["e", "b", "fan", 1],
    ["a", "c", "leaf"],
    ["a", "e", "leaf", 1],
    ["c", "d", "fan", 2],
    ["e", "a", "half", 3],
  ],
  [
    ["e", "d", "leaf", 1],
    ["c", "a", "fan"],
    ["a", "e", "leaf", 1],
    ["a", "c", "leaf"],
    ["e", "b", "fan", 3],
    ["f", "b", "hills"],
  ],
  [
    ["f", "b", "dot"],
    ["f", "a", "leaf", 1],
    ["f", "b", "fan"],
    ["c", "d", "fan", 3],
    ["f", "a", "leaf"],
    ["a", "e", "fan", 1],
  ],
  [
    ["a", "b", "hills"],
    ["e", "a", "half", 2],
    ["c", "e", "leaf"],
    ["e", "a", "dot"],
    ["f", "d", "half"],
    ["c", "e", "stripe", 1],
  ],
];

const band: Patch[] = [
  ["f", "a", "leaf"],
  ["c", "e", "fan", 1],
  ["a", "b", "half"],
  ["e", "d", "dot"],
  ["b", "a", "leaf", 1],
  ["a", "c", "hills"],
  ["f", "b", "fan", 3],
  ["d", "e", "half", 2],
];

const tiles: Patch[] = [
  ["a", "e", "leaf"],
  ["c", "e", "fan"],
  ["f", "a", "half"],
  ["e", "d", "dot"],
  ["b", "f", "leaf", 1],
  ["e", "a", "hills"],
  ["d", "e", "fan", 2],
  ["f", "b", "stripe"],
];

function Patches({ patches, y = 0 }: { patches: readonly Patch[]; y?: number }) {
  return patches.map(([ground, figure, shape, turns = 0], column) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a patch is its place
    <g key={column} transform={`translate(${column * CELL} ${y})`}>
      <path className={ground} d="M0 0h40v40H0Z" />
      <path className={figure} d={shapes[shape]} transform={turns === 0 ? undefined : `rotate(${turns * 90} 20 20)`} />
    </g>
  ));
}

/** The large one of the home page. */
export function Quilt({ className }: { className?: string }) {
  return (
    <svg
      className={`quilt ${className ?? ""}`}
      viewBox="0 0 240 240"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {blanket.map((patches, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <Patches key={row} patches={patches} y={row * CELL} />
      ))}
    </svg>
  );
}

/** A seam of patches over the whole width. */
export function QuiltBand() {
  return (
    <svg className="quilt quilt-band" width="100%" height="24" aria-hidden="true" focusable="false">
      <pattern id="quilt-band" width={band.length * CELL} height={CELL} patternUnits="userSpaceOnUse" patternTransform="scale(0.6)">
        <Patches patches={band} />
      </pattern>
      <rect width="100%" height="100%" fill="url(#quilt-band)" />
    </svg>
  );
}

/** One patch; the same number always gives the same. */
export function Tile({ number }: { number: number }) {
  return (
    <svg className="quilt topic-tile" width="36" height="36" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <Patches patches={tiles.slice(number % tiles.length, (number % tiles.length) + 1)} />
    </svg>
  );
}

/** The mark of the portal: four leaves where ways meet. */
export function Mark() {
  return (
    <svg className="quilt brand-mark" width="36" height="36" viewBox="0 0 80 80" aria-hidden="true" focusable="false">
      <path className="a" d={shapes.leaf} />
      <path className="c" d={shapes.leaf} transform="translate(40 0) rotate(90 20 20)" />
      <path className="b" d={shapes.leaf} transform="translate(0 40) rotate(90 20 20)" />
      <path className="d" d={shapes.leaf} transform="translate(40 40)" />
    </svg>
  );
}
