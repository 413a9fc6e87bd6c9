import { describe, expect, test } from "vitest";

import { findClientData, type FindingKind } from "~/features/confidentiality/client-data";

import { postsOf, recallOf, type Score, scoreOf } from "./labelled";

const languages = ["en", "fr"] as const;

describe.each(languages)("of the labelled posts in %s", (language) => {
  const score = scoreOf(postsOf("posts", language));

  test("at least 95 of 100 direct identifiers are found", () => {
    process.stdout.write(`${figuresOf(language, score)}\n`);

    expect(recallOf(score), score.missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("at most 5 of 100 clean posts are warned about", () => {
    expect(score.alarmed / score.clean, score.alarms.join("\n")).toBeLessThanOrEqual(0.05);
  });
});

// These were written before the rules. Their misses are not printed, so that nobody fits the rules to them: they tell how the guard does on new words.
describe("of the posts that were held out", () => {
  const score = scoreOf(languages.flatMap((language) => postsOf("held-out", language)));

  test("at least 95 of 100 direct identifiers are found", () => {
    for (const language of languages)
      process.stdout.write(`${figuresOf(`${language}, held out`, scoreOf(postsOf("held-out", language)))}\n`);

    expect(recallOf(score)).toBeGreaterThanOrEqual(0.95);
  });

  test("at most 5 of 100 clean posts are warned about", () => {
    expect(score.alarmed / score.clean).toBeLessThanOrEqual(0.05);
  });
});

test("the labelled set holds at least 200 posts in each language, about half of them clean", () => {
  for (const language of languages) {
    const posts = [...postsOf("posts", language), ...postsOf("held-out", language)];
    const clean = posts.filter(({ labels }) => labels.length === 0).length / posts.length;

    expect(posts.length).toBeGreaterThanOrEqual(200);
    expect(Math.abs(clean - 0.5)).toBeLessThan(0.1);
  }
});

test("each finding is a passage of the text, and none overlaps another", () => {
  for (const { text, language } of postsOf("posts", "fr")) {
    const findings = findClientData(text, language);
    for (const [place, { start, end, passage }] of findings.entries()) {
      expect(text.slice(start, end)).toBe(passage);
      expect(start).toBeGreaterThanOrEqual(findings[place - 1]?.end ?? 0);
    }
  }
});

test("a name that was found is found again wherever it stands", () => {
  const findings = findClientData("My client Ingrid came. We baked. Later Ingrid sang.", "en");

  expect(findings.map(({ passage }) => passage)).toEqual(["Ingrid", "Ingrid"]);
});

const both: [string, FindingKind][] = [
  ["Ma cliente Rolande Pelletier aime le tricot.", "NAME"],
  ["My client Edna Pickering likes to knit.", "NAME"],
  ["Carte RAMQ GAGR 3807 1512", "HEALTH_CARD"],
  ["OHIP 7381 204 556", "HEALTH_CARD"],
  ["Il est né le 3 mai 1950.", "BIRTH_DATE"],
  ["Date of birth: 1952/12/30", "BIRTH_DATE"],
];

test.each(both)("both languages are looked for, whatever language the text is said to be in: %s", (text, kind) => {
  for (const language of languages) expect(findClientData(text, language).map((one) => one.kind)).toEqual([kind]);
});

test("a number without a word beside it counts only where its check digit is right", () => {
  expect(findClientData("She wrote 046 454 286 on it.", "en").map(({ kind }) => kind)).toEqual(["SIN"]);
  expect(findClientData("She wrote 046 454 287 on it.", "en")).toEqual([]);
  expect(findClientData("It says 9012 372 173.", "en").map(({ kind }) => kind)).toEqual(["HEALTH_CARD"]);
  expect(findClientData("It says 9012 372 175.", "en")).toEqual([]);
});

test("what may be anyone's is not called direct", () => {
  expect(findClientData("Suite 4, Sackville, NB E4L 1A1", "en")).toMatchObject([{ kind: "POSTAL_CODE", isDirect: false }]);
  expect(findClientData("My client lives in E4L 1A1.", "en")).toMatchObject([{ kind: "POSTAL_CODE", isDirect: true }]);
});

const LENGTH = 32_000;
const MOST_MS = 50;
const TRIES = 12;
const hostile = [
  ..."a A 1 9 . ! ( - , @ \n' é Z".split(" "),
  "  ",
  "Aa ",
  "Aa-",
  "A.",
  "A. ",
  "1 2-",
  "416-555-01",
  "4165550100 ",
  "9 ",
  "a@a.",
  "a@",
  "a.a@a.a ",
  "my client ",
  "My client Ana, ",
  "Mme Roy (",
  "Jean Roy, 82",
  "Jean Roy, 82 ans, ",
  "born on ",
  "12 rue de la ",
  "12 Aa Aa Aa ",
  "12 Aa Aa Aa Street ",
  "dossier no. ",
  "chart 12345 ",
  "health card ",
  "health card 1234567 ",
  "A1A 1A1 ",
  "GAGR 3807 1512 ",
  "patient: Jean, her husband Paul, 82, né le 3 mai 1950, ",
  "l’d’j’qu’",
  "Aa’s ",
  "né né né le ",
  "My client Ana. ",
];

test("no text of 32,000 characters takes longer than 50 ms", () => {
  findClientData("warm ".repeat(2_000), "en");
  const slow = hostile.flatMap((shape) => {
    const text = shape.repeat(Math.ceil(LENGTH / shape.length)).slice(0, LENGTH);
    const least = leastOf(TRIES, (turn) => timeOf(() => findClientData(text, languages[turn % 2] ?? "en")));
    return least < MOST_MS ? [] : [`${JSON.stringify(shape)}: ${least.toFixed(0)} ms`];
  });

  expect(slow).toEqual([]);
});

/** Other processes may be at work beside a test: what counts is how fast it can be. */
function leastOf(tries: number, measure: (turn: number) => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < tries && (turn < 2 || least >= MOST_MS); turn += 1) least = Math.min(least, measure(turn));
  return least;
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function figuresOf(name: string, score: Score): string {
  const kinds = [...score.kinds].map(([kind, { all, found }]) => `${kind} ${found}/${all}`).join(", ");
  const alarms = `${score.alarmed} of ${score.clean} clean posts warned about`;
  return `Client data (${name}): recall ${recallOf(score).toFixed(3)} (${kinds}); ${alarms}`;
}

test.each([
  ["Ma cliente habite au 312, rue des Érables et cherche un groupe.", "312, rue des Érables"],
  ["My client lives 10 minutes from Main Street, at 77 Elm Street, alone.", "77 Elm Street"],
])("of an address no more is marked than the address: %s", (text, address) => {
  expect(findClientData(text, "en").map(({ passage }) => passage)).toEqual([address]);
});
