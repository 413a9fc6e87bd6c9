import { describe, expect, test } from "vitest";

import { citationsIn, citedKeys, numbersOf, placesOf, unknownKeys, withLinks } from "~/features/evidence/citing";

const keysOf = (source: string) => citationsIn(source).map(({ cites }) => cites.map(({ key }) => key));

const link = (body: string, numbers: Record<string, number> = { a: 1, b: 2 }) =>
  withLinks(body, (key) => (numbers[key] ? { number: numbers[key], address: `#source-${numbers[key]}` } : null));

const evidence = {
  body: "It helps [@b; @a].",
  own: {
    findingKey: ["f1", "f2"],
    findingOutcome: ["Loneliness", "Visits"],
    findingReferences: ["c, a", "[@d]"],
    ratingFinding: ["f1"],
    ratingLevel: ["LOW"],
    ratingReference: ["e2020"],
    references: ["a 1", "b 2"],
  },
};

describe("What a text cites", () => {
  test("stands in brackets, one or several, with the place in it", () => {
    expect(keysOf("One [@kiely2022], two [@a; @b-c:d_1].")).toEqual([["kiely2022"], ["a", "b-c:d_1"]]);
    expect(citationsIn("[@a, p. 12]")[0]?.cites[0]).toMatchObject({ key: "a", locator: "p. 12" });
  });

  test("is nothing that is code, behind a backslash, or the words of a link", () => {
    for (const source of [
      "`[@a]`",
      "``a ` [@a]``",
      "```\n[@a]\n```",
      "~~~ md\n[@a]\n",
      "- x\n\n  ```\n  [@a]\n  ```",
      "Text\n\n    [@a]\n",
      "\\[@a]",
      "[@a](https://example.org)",
      "[@a\n\nb]",
    ])
      expect(keysOf(source), source).toEqual([]);
    for (const source of ["\\`[@a]\\`", "` [@a]", "- x\n\n    [@a]", "`a\n\n[@a] `", "```x``` [@a]", "```\n```\n[@a]"])
      expect(keysOf(source), source).toEqual([["a"]]);
  });

  test("is found in time proportional to the length of the text", () => {
    const began = performance.now();
    for (const source of ["[@", "`", "[@a] ", "`` ` ", "\\`", "    x\n", "- ```\n"]) citationsIn(source.repeat(100_000 / source.length));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test("comes in the order of the body, then the findings, then the ratings", () => {
    expect(citedKeys(evidence)).toEqual(["b", "a", "c", "d", "e2020"]);
    expect(placesOf(evidence, "a")).toEqual(["body", "findings"]);
    expect(placesOf(evidence, "e2020")).toEqual(["ratings"]);
  });

  test("is told where it is unknown or broken, as it was typed", () => {
    expect(unknownKeys(evidence)).toEqual(["c", "d", "e2020"]);
    expect(unknownKeys({ body: "[@a; @] [@no such] [@a]" }, ["a"])).toEqual(["@", "@no such"]);
  });

  test("gets its number by first citation; what is not cited follows in its own order", () => {
    expect([...numbersOf(["b", "x", "a"], ["a", "b", "c", "d"])]).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", 3],
      ["d", 4],
    ]);
  });

  test("becomes links; what is unknown stays as it was typed", () => {
    expect(link("It helps [@a; @b, p. 3]!")).toBe("It helps [1](#source-1), [2](#source-2), p. 3!");
    expect(link("It helps [@x] [@a; @x].")).toBe("It helps [@x] [1](#source-1), \\[@x\\].");
    expect(link("Yes![@a]")).toBe("Yes\\![1](#source-1)");
  });
});
