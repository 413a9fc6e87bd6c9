import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { allot, MOST_NEIGHBOURS } from "~/features/graph/graph";
import { linesOf, widthOf } from "~/features/graph/label";
import { layout, type Placed, type Spot } from "~/features/graph/layout";

const counts = fc.record({ start: fc.nat(20), second: fc.nat(8), end: fc.nat(40) });

/** As many as may be, tied as a graph ties them: those of the second ring to one of the first. */
const nodesOf = ({ start, second, end }: { start: number; second: number; end: number }): Placed[] => [
  ...Array.from({ length: start }, (_, index): Placed => ({ id: `s${index}`, side: "start", ring: 1, from: null })),
  ...Array.from(
    { length: start > 0 ? second : 0 },
    (_, index): Placed => ({ id: `c${index}`, side: "start", ring: 2, from: `s${index % start}` }),
  ),
  ...Array.from({ length: end }, (_, index): Placed => ({ id: `e${index}`, side: "end", ring: 1, from: null })),
];

const overlap = (a: Spot, b: Spot) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The straight end of a line: from where to where, and how high. */
function straight(path: string) {
  const [, from = 0, y = 0, to = 0] = (/ (-?[\d.]+) (-?[\d.]+)H(-?[\d.]+)$/.exec(path) ?? []).map(Number);
  return { left: Math.min(from, to), right: Math.max(from, to), y };
}

describe("the drawing", () => {
  test("has everything once, nothing over another, and all within its frame", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const nodes = nodesOf(count);
        const { width, height, centre, spots } = layout(nodes);
        expect(spots.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
        const all = [centre, ...spots];
        for (const [index, one] of all.entries()) {
          expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
          expect(all.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
        }
      }),
    );
  });

  test("keeps the order of what stands on a side, from above, and is the same for the same", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const nodes = nodesOf(count);
        const drawn = layout(nodes);
        for (const kind of ["s", "c", "e"]) {
          const heights = drawn.spots.filter(({ id }) => id.startsWith(kind)).map(({ y }) => y);
          expect(heights).toEqual(heights.toSorted((a, b) => a - b));
        }
        expect(layout(structuredClone(nodes))).toEqual(drawn);
      }),
    );
  });

  test("leads its lines past what they do not mean", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const nodes = nodesOf(count);
        const { spots, lines } = layout(nodes);
        expect(lines.map(({ to }) => to)).toEqual(nodes.map(({ id }) => id));
        for (const { to, path } of lines) {
          const { left, right, y } = straight(path);
          const crossed = spots.filter(
            ({ id, x, width, y: top, height }) => id !== to && x < right && left < x + width && top < y && y < top + height,
          );
          expect(crossed).toEqual([]);
        }
      }),
    );
  });

  test("of nothing is the middle alone", () => {
    const { centre, spots, lines, width } = layout([]);
    expect([spots, lines]).toEqual([[], []]);
    expect(centre.x * 2 + centre.width).toBe(width);
  });
});

describe("a label", () => {
  const titles = fc
    .array(fc.string({ unit: fc.constantFrom(..."aéiMWœ —’,.l0Z語\u00a0"), minLength: 1, maxLength: 30 }), { maxLength: 12 })
    .map((words) => words.join(" "));

  test("fits into its box, and says the beginning of the title", () => {
    fc.assert(
      fc.property(titles, fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1, max: 4 }), (title, em, most) => {
        const lines = linesOf(title, em, most);
        const whole = title
          .split(/[^\S\u00a0]+/)
          .filter(Boolean)
          .join(" ")
          .normalize("NFC");
        const said = lines.join(" ").normalize("NFC");
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(em);
        if (said.endsWith("…")) expect(whole.startsWith(said.slice(0, -1))).toBe(true);
        else expect(said).toBe(whole);
      }),
    );
  });

  test("is cut at a word, without the sign that stood there", () => {
    expect(linesOf("Older adults in British Columbia: a review of twelve programmes", 12, 2)).toEqual([
      "Older adults in British",
      "Columbia: a review…",
    ]);
    expect(linesOf("Older adults, and their friends of old", 8, 1)).toEqual(["Older adults…"]);
    expect(linesOf("Antidisestablishmentarianism", 8, 2)).toEqual(["Antidisestabli…"]);
    expect(linesOf("Walking", 12, 2)).toEqual(["Walking"]);
  });
});

test("places are shared out evenly, and what one does not need goes to the others", () => {
  expect(allot([1, 100, 8], 40)).toEqual([1, 31, 8]);
  expect(allot([3, 2], 40)).toEqual([3, 2]);
  expect(allot([100, 100, 100], 40)).toEqual([14, 13, 13]);
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 5 }), (wanted) => {
      const given = allot(wanted, MOST_NEIGHBOURS);
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(sum(given)).toBe(Math.min(sum(wanted), MOST_NEIGHBOURS));
      expect(given.every((one, index) => one <= (wanted[index] ?? 0))).toBe(true);
    }),
  );
});
