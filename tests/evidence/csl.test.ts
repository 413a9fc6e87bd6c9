import fc from "fast-check";
import { expect, test } from "vitest";

import { type CslItem, checkItem, keyFor, likenessOf, yearOf } from "~/features/evidence/csl";
import { itemFrom } from "~/features/evidence/csl-item";

const article: CslItem = {
  type: "article-journal",
  title: "Effect of social prescribing link workers on health outcomes: a systematic review",
  author: [{ family: "Kiely", given: "Bridget" }],
  issued: { "date-parts": [[2022, 10, 3]] },
};

const messages = (raw: unknown) =>
  itemFrom(raw).faults.map(({ field, message }) => `${field}: ${message.replace("references.fault.", "")}`);

test.each<[string, Partial<CslItem>]>([
  ["case and accents", { title: "Éffect of Social Prescribing Link Workers on Health Outcomes: A Systematic Review" }],
  ["signs", { title: "Effect of social-prescribing “link workers” on health outcomes : a systematic review." }],
  ["another subtitle", { title: "Effect of social prescribing link workers on health outcomes" }],
  ["an article in front", { title: "The effect of social prescribing link workers on health outcomes: a systematic review" }],
  ["markup", { title: "Effect of <i>social prescribing</i> link workers on health outcomes" }],
  ["another day of the same year", { issued: { "date-parts": [[2022]] } }],
])("takes two references for one in spite of %s", (_, other) => {
  expect(likenessOf({ ...article, ...other })).toBe(likenessOf(article));
});

test("tells apart what has another title, another year, or a short title with another subtitle", () => {
  expect(likenessOf({ ...article, title: "Effect of link workers" })).not.toBe(likenessOf(article));
  expect(likenessOf({ ...article, issued: { "date-parts": [[2021]] } })).not.toBe(likenessOf(article));
  expect(likenessOf({ ...article, title: "Social prescribing: a review" })).not.toBe(
    likenessOf({ ...article, title: "Social prescribing: a trial" }),
  );
});

test("gives each reference a key that is not taken", () => {
  const taken = new Set<string>();
  const key = (item: CslItem) => {
    const given = keyFor(item, taken);
    taken.add(given);
    return given;
  };

  expect([key(article), key(article), key(article)]).toEqual(["kiely2022", "kiely2022a", "kiely2022b"]);
  expect(key({ type: "report", title: "x", author: [{ literal: "The World Health Organization" }] })).toBe("world");
  expect(key({ type: "book", title: "Être bien", author: [{ family: "Côté-Œuvrard", given: "É" }] })).toBe("cote");
  expect(key({ type: "book", title: "12 things" })).toBe("n12");
  for (let n = 0; n < 60; n += 1) key(article);
  expect(taken.size).toBe(66);
  for (const one of taken) expect(one).toMatch(/^[a-z][a-z0-9-]*$/);
});

test("says what an item lacks", () => {
  expect(checkItem({ type: "book" }).map(({ field }) => field)).toEqual(["title", "issued", "author"]);
  expect(checkItem({ ...article, DOI: "10.1/x", URL: "javascript:alert(1)" }).map(({ field }) => field)).toEqual(["DOI", "URL"]);
  expect(checkItem(article)).toEqual([]);
  expect(yearOf(article)).toBe(2022);
});

test("keeps known fields alone, and none of the prototype's", () => {
  const raw = JSON.parse(
    '{"type":"book","title":"T","__proto__":{"DOI":"10.1136/x"},"constructor":{"prototype":{"a":1}},"abstract":"secret","custom":{"x":1},"toString":"x"}',
  );
  const { item } = itemFrom(raw);

  expect(item).toEqual({ type: "book", title: "T" });
  expect(({} as { a?: number }).a).toBeUndefined();
});

test.each([
  ["<script>alert(1)</script>Real <b onclick=x>title</b>", "Real title"],
  ["A <scr<script>x</script>ipt>alert(1)</scr</script>ipt> title", "A alert(1) title"],
  ["&lt;script&gt;alert(1)&lt;/script&gt;Title", "Title"],
  ["&amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt; & y", "<i>x</i> & y"],
  ["<em>E. coli</em> and <sub>2</sub>", "<i>E. coli</i> and <sub>2</sub>"],
  ["An <i>open tag", "An <i>open tag</i>"],
  ["A closed</i> tag <i></i>", "A closed tag"],
  ["<i>over<b>lap</i>ping</b>", "<i>over<b>lapping</b></i>"],
  ['<span class="nocase">GRADE</span> and <span style="color:red">red</span>', '<span class="nocase">GRADE</span> and red'],
  ["p < 0.05 and a > b", "p < 0.05 and a > b"],
  ["two\n  lines\u0000\u202e", "two lines"],
])("reduces the markup of the title %j", (title, reduced) => {
  expect(itemFrom({ type: "book", title }).item?.title).toBe(reduced);
});

test("bounds what is long, many or deep", () => {
  let deep: unknown = "x";
  for (let n = 0; n < 1_000; n += 1) deep = [deep];
  const raw = {
    type: "book",
    title: "y".repeat(10_000_000),
    author: Array.from({ length: 5_000 }, (_, n) => ({ family: `N${n}` })),
    publisher: deep,
    editor: deep,
  };
  const { item } = itemFrom(raw);

  expect(item?.title?.length).toBe(1_000);
  expect(item?.author?.length).toBe(200);
  expect(item?.publisher).toBeUndefined();
  expect(messages(raw)).toEqual(expect.arrayContaining(["title: tooLong", "author: tooManyNames"]));
});

test("keeps addresses of the web alone, and a DOI but once", () => {
  expect(itemFrom({ type: "webpage", title: "T", URL: "javascript:alert(1)" }).item?.URL).toBeUndefined();
  expect(itemFrom({ type: "webpage", title: "T", URL: "www.example.org/a b" }).item?.URL).toBeUndefined();
  expect(itemFrom({ type: "webpage", title: "T", URL: "www.example.org/é" }).item?.URL).toBe("https://www.example.org/%C3%A9");
  expect(itemFrom({ type: "book", title: "T", URL: "https://doi.org/10.1136/ABC" }).item).toEqual({
    type: "book",
    title: "T",
    DOI: "10.1136/abc",
  });
  expect(messages({ type: "book", title: "T", DOI: "not one", URL: "nor this", issued: "2020", author: [{ literal: "A" }] })).toEqual([
    "DOI: notDoi",
    "URL: notUrl",
  ]);
});

test.each([
  [
    { family: "van der Berg", given: "Jan" },
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
  ],
  [
    { family: "Cruz", given: "Ana", "non-dropping-particle": "de la" },
    { family: "Cruz", given: "Ana", "non-dropping-particle": "de la" },
  ],
  [
    { family: "Vries", given: "X", "non-dropping-particle": "De" },
    { family: "De Vries", given: "X" },
  ],
  [
    { family: "Arcy", given: "X", "non-dropping-particle": "d’" },
    { family: "d’Arcy", given: "X" },
  ],
  [
    { family: "Humboldt", given: "Alexander von" },
    { family: "Humboldt", given: "Alexander", "dropping-particle": "von" },
  ],
  [
    { family: "hooks", given: "bell" },
    { family: "hooks", given: "bell" },
  ],
  [{ family: "World Health Organization" }, { literal: "World Health Organization" }],
  [{ literal: "Health, Wellness and Ageing, Ontario" }, { literal: "Health, Wellness and Ageing, Ontario" }],
  ["King, Martin Luther, Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
  ["Muhl CA", { family: "Muhl", given: "CA" }],
])("keeps names in one way: %j", (raw, name) => {
  expect(itemFrom({ type: "book", title: "T", author: [raw] }).item?.author).toEqual([name]);
});

test.each([
  [[[2022, 3, 5]], [[2022, 3, 5]]],
  [[["2022", "03"]], [[2022, 3]]],
  [[[2022, 2, 30]], [[2022, 2]]],
  [[[2022, 13]], [[2022]]],
  [
    [[2020], [2022]],
    [[2020], [2022]],
  ],
])("keeps of the date %j what is sound", (parts, sound) => {
  expect(itemFrom({ type: "book", title: "T", issued: { "date-parts": parts } }).item?.issued).toEqual({ "date-parts": sound });
});

test("tells what is none", () => {
  expect(messages({ type: "book", title: "T", issued: { "date-parts": [["soon"]] } })).toContain("issued: badDate");
  for (const raw of [null, 1, "x", [], undefined])
    expect(itemFrom(raw)).toEqual({ item: null, faults: [{ field: null, message: "references.fault.notAnEntry" }] });
  expect(messages({ type: "spell", title: "T" })).toContain("type: unknownType");
});

test("whatever is sent, what is kept stays the same when it is read again", () => {
  fc.assert(
    fc.property(
      fc.object({
        key: fc.constantFrom("type", "title", "author", "issued", "DOI", "URL", "family", "given", "literal", "date-parts", "page"),
      }),
      (raw) => {
        const { item } = itemFrom(raw);
        if (item) expect(itemFrom(item).item).toEqual(item);
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom("<", ">", "i", "b", "/", "&", "lt;", "script", " ", "x") }),
      (one, two) => {
        const { item } = itemFrom({ type: "book", title: one + two, author: [{ family: one, given: two }, two] });
        if (item) expect(itemFrom(item).item).toEqual(item);
      },
    ),
  );
});
