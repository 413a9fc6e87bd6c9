import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

const source = readFileSync("app/styles/tokens.css", "utf8");

/** WCAG 2.2: 4.5 for text, 3 for the edges of what one can act on. */
const TEXT = 4.5;
const EDGE = 3;

const pairs: [foreground: string, grounds: string[], wanted: number][] = [
  ["ink", ["paper", "surface", "sunken", "accent-soft", "info-soft", "success-soft", "warning-soft", "danger-soft", "mark"], TEXT],
  ["ink-soft", ["paper", "surface", "sunken", "info-soft", "success-soft", "warning-soft", "danger-soft"], TEXT],
  ["link", ["paper", "surface", "sunken", "info-soft", "success-soft", "warning-soft", "danger-soft"], TEXT],
  ["accent", ["paper", "surface", "sunken", "accent-soft"], TEXT],
  ["brand", ["paper", "surface"], TEXT],
  ["brand-strong", ["info-soft"], TEXT],
  ["on-brand", ["brand", "brand-strong"], TEXT],
  ["on-deep", ["deep"], TEXT],
  ["on-deep-soft", ["deep"], TEXT],
  ["deep", ["on-deep"], TEXT],
  ["danger", ["paper", "surface", "danger-soft"], TEXT],
  ["warning", ["paper", "surface", "warning-soft"], TEXT],
  ["success", ["paper", "surface", "success-soft"], TEXT],
  ["info", ["paper", "surface", "info-soft"], TEXT],
  ["added", ["surface", "added-soft"], TEXT],
  ["removed", ["surface", "removed-soft"], TEXT],
  ["edge", ["paper", "surface", "sunken"], EDGE],
  ["focus", ["paper", "surface", "sunken", "info-soft", "danger-soft"], EDGE],
];

for (const theme of ["light", "dark"] as const) {
  test(`every text and edge of the ${theme} theme can be told from its ground`, () => {
    const colours = theme === "light" ? light() : { ...light(), ...dark() };
    const faint = pairs.flatMap(([foreground, grounds, wanted]) =>
      grounds
        .map((ground) => ({ pair: `${foreground} on ${ground}`, ratio: contrast(colours[foreground], colours[ground]), wanted }))
        .filter(({ ratio }) => !(ratio >= wanted)),
    );

    expect(faint).toEqual([]);
  });
}

test("who chooses the dark theme gets the one that a dark device gets", () => {
  expect(tokensIn(':root[data-theme="dark"]')).toEqual(dark());
  expect(Object.keys(dark())).toEqual(Object.keys(light()));
});

const light = () => tokensIn(":root");
const dark = () => tokensIn(':root:not([data-theme="light"])');

/** The tokens that are colours, in the first block of that selector. */
function tokensIn(selector: string): Record<string, string> {
  const start = source.indexOf(`${selector} {`);
  const block = source.slice(start, source.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour]));
}

function contrast(one: string | undefined, other: string | undefined): number {
  if (!one || !other) return Number.NaN;
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
