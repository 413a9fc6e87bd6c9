import { expect, test } from "vitest";

import { decodeBibliography, readBibliography, styleReferences } from "~/features/evidence/bibliography.server";
import type { CslItem } from "~/features/evidence/csl";

type Entry = Awaited<ReturnType<typeof readBibliography>>["entries"][number];

const told = ({ label, line, faults }: Entry) => [
  label,
  line,
  ...faults.map(({ field, message }) => `${field}: ${message.replace("references.fault.", "")}`),
];

const read = async (text: string, format: Parameters<typeof readBibliography>[1] = "auto") =>
  (await readBibliography(text, format)).entries;

const itemOf = async (text: string) => (await read(text))[0]?.item;

test("reads the sound entries before and after a broken one of BibTeX, and says where it is", async () => {
  const entries = await read(
    [
      "@article{first, title={First}, author={Roy, Anne}, year={2020}}",
      "@article{never-closed, title={Second, author={Roy, Anne},",
      "  year={2021}",
      "}",
      "",
      "@article{third, title={Third}, author={Roy, Anne}, year={2022}}",
      "@article{closed-twice, title={Fourth}}, author={Roy, Anne}, year={2022}}",
      '@article{no-quote, title="Fifth, author={Roy, Anne}, year={2022}}',
      "@book{no-comma title={Sixth}}",
      "@article{last,",
      "  title = {Last}, author = {Roy, Anne}, year = 2023",
      "}",
    ].join("\n"),
  );

  expect(entries.map(told)).toEqual([
    ["first", 1],
    ["never-closed", 2, "null: broken"],
    ["third", 6],
    ["closed-twice", 7, "null: broken"],
    ["no-quote", 8, "null: broken"],
    ["no-comma", 9, "null: broken"],
    ["last", 10],
  ]);
  expect(entries.map(({ item }) => item?.title)).toEqual(["First", undefined, "Third", undefined, undefined, undefined, "Last"]);
});

test("tells by entry what is missing or cannot be read in BibTeX", async () => {
  const entries = await read(`
@spell{a, title={A}, author={Roy, Anne}, year={2020}}
@book{b, author={Roy, Anne}, year={2020}}
@book{c, title={C}, author={Roy, Anne}}
@book{d, title={D}, author={Roy, Anne}, year={2020}, doi={see the journal}, url={nowhere}}
@book{e, title={E}, author={A, B, C, D and Roy, Anne; Li, Bo}, year={2020}}
@comment{f, title={F}}
`);

  expect(entries.map(told)).toEqual([
    ["a", 2, "type: unknownType"],
    ["b", 3, "title: noTitle"],
    ["c", 4, "issued: noYear"],
    ["d", 5, "DOI: notDoi", "URL: notUrl"],
    ["e", 6, "author: nameNotSplit"],
  ]);
  expect(entries[1]?.item).toBeNull();
  expect(entries[4]?.item?.author).toEqual([{ literal: "A, B, C, D" }, { literal: "Roy, Anne; Li, Bo" }]);
});

test("understands TeX: accents, braces, particles, suffixes, organizations, dashes, abbreviations, parents", async () => {
  const [item, child] = await read(String.raw`
@string{bmj = "BMJ Open"}
@article{kiely, title = {Caf\'e {GRADE} \& na{\"\i}ve {\'E}tude -- \emph{in vivo}}, journal = bmj # { Plus},
  author = {van der Berg, Jr., J{\"o}rg and Ana de la Cruz and {World Health Organization} and C\^ot\'e, {\'E}lise and others},
  year = 2022, month = mar, pages = {12--19}, volume = 7, number = 2, keywords = {a,b}, abstract = {secret}, file = {/home/x}}
@inproceedings{child, title = {Child}, author = {Roy, Anne}, pages = {3}, crossref = {parent}}
@proceedings{parent, title = {Parent}, year = {2019}, publisher = {Smith and Sons}}
`);

  expect(item).toMatchObject({ line: 3, faults: [] });
  expect(item?.item).toEqual({
    type: "article-journal",
    title: "Café GRADE & naïve Étude – <i>in vivo</i>",
    "container-title": "BMJ Open Plus",
    author: [
      { family: "Berg", given: "Jörg", suffix: "Jr.", "non-dropping-particle": "van der" },
      { family: "Cruz", given: "Ana", "non-dropping-particle": "de la" },
      { literal: "World Health Organization" },
      { family: "Côté", given: "Élise" },
    ],
    issued: { "date-parts": [[2022, 3]] },
    page: "12-19",
    volume: "7",
    issue: "2",
  });
  expect(child?.item).toMatchObject({ title: "Child", "container-title": "Parent", issued: { "date-parts": [[2019]] } });
});

test("understands BibLaTeX", async () => {
  expect(
    await itemOf(
      "@report{r, title={T}, subtitle={S}, author={{INSPQ}}, institution={INSPQ}, location={Québec}, date={2021-05-31}, urldate={2024-01-02}, url={https://inspq.qc.ca/r}, langid={french}, type={rapport}}",
    ),
  ).toEqual({
    type: "report",
    title: "T: S",
    author: [{ literal: "INSPQ" }],
    publisher: "INSPQ",
    "publisher-place": "Québec",
    issued: { "date-parts": [[2021, 5, 31]] },
    accessed: { "date-parts": [[2024, 1, 2]] },
    URL: "https://inspq.qc.ca/r",
    language: "french",
    genre: "rapport",
  });
});

test("reads RIS, a record without an end too", async () => {
  const entries = await read(
    [
      "TY  - JOUR",
      "AU  - Côté, Élise",
      "AU  - van der Berg, Jan, Jr.",
      "AU  - World Health Organization",
      "TI  - A title that",
      "goes on",
      "JO  - Santé publique",
      "PY  - 2022",
      "DA  - 2022/03/05",
      "SP  - 12",
      "EP  - 19",
      "DO  - https://doi.org/10.1136/ABC",
      "SN  - 1234-5678",
      "TY  - RPRT",
      "TI  - No end before",
      "Y1  - 2020///",
      "ER  - ",
      "TY  - XYZW",
      "AU  - A, B, C, D, E",
      "ER  - ",
    ].join("\r\n"),
  );

  expect(entries.map(told)).toEqual([
    ["A title that goes on", 1, "null: noEnd"],
    ["No end before", 14, "author: noNames"],
    ["", 18, "type: unknownType", "author: nameNotSplit", "title: noTitle", "issued: noYear"],
  ]);
  expect(entries[0]?.item).toEqual({
    type: "article-journal",
    title: "A title that goes on",
    "container-title": "Santé publique",
    author: [
      { family: "Côté", given: "Élise" },
      { family: "Berg", given: "Jan", suffix: "Jr.", "non-dropping-particle": "van der" },
      { literal: "World Health Organization" },
    ],
    issued: { "date-parts": [[2022, 3, 5]] },
    page: "12-19",
    DOI: "10.1136/abc",
    ISSN: "1234-5678",
  });
});

test("reads PubMed's format", async () => {
  const [entry, second] = await read(`
PMID- 36216424
OWN - NLM
IS  - 2044-6055 (Electronic)
VI  - 12
IP  - 10
DP  - 2022 Oct 10
TI  - Effect of social prescribing link workers on health outcomes and costs for
      adults in primary care: a systematic review.
PG  - e062951-9
LID - e062951 [pii]
LID - 10.1136/bmjopen-2022-062951 [doi]
FAU - Kiely, Bridget
AU  - Kiely B
FAU - O'Donnell, Patrick Jr
AU  - O'Donnell P
CN  - The Link Group
LA  - eng
PT  - Journal Article
JT  - BMJ open
TA  - BMJ Open
PMC - PMC9557265

PMID- 2
TI  - Second.
PG  - 123-9
DP  - 2020 Jan-Feb
AU  - Roy A
JT  - The Lancet. Public health
PT  - Preprint
`);

  expect(entry).toMatchObject({ label: "36216424", line: 2, faults: [] });
  expect(entry?.item).toEqual({
    type: "article-journal",
    title: "Effect of social prescribing link workers on health outcomes and costs for adults in primary care: a systematic review",
    "container-title": "BMJ open",
    "container-title-short": "BMJ Open",
    author: [{ family: "Kiely", given: "Bridget" }, { family: "O'Donnell", given: "Patrick Jr" }, { literal: "The Link Group" }],
    issued: { "date-parts": [[2022, 10, 10]] },
    volume: "12",
    issue: "10",
    page: "e062951-9",
    DOI: "10.1136/bmjopen-2022-062951",
    PMID: "36216424",
    PMCID: "PMC9557265",
    ISSN: "2044-6055",
    language: "en",
  });
  expect(second?.item).toMatchObject({
    type: "article",
    page: "123-129",
    issued: { "date-parts": [[2020, 1]] },
    author: [{ family: "Roy", given: "A" }],
  });
});

test("reads CSL-JSON, an array or a single item, those around a broken one too", async () => {
  const entries = await read(
    '[\n{"id":"a","type":"book","title":"A"},\n{"id":"b","type":"book","title":"B",},\nnull,\n7,\n{"id":"c","type":"book","title":"C, \\"D\\" [E}"}\n]',
  );

  expect(entries.map(({ label, line, item }) => [label, line, item?.title])).toEqual([
    ["a", 2, "A"],
    ["", 3, undefined],
    ["", 4, undefined],
    ["", 5, undefined],
    ["c", 6, 'C, "D" [E}'],
  ]);
  expect(await itemOf('{"type":"book","title":"Alone"}')).toEqual({ type: "book", title: "Alone" });
  expect((await read('[{"type":"book","title":"Cut off"},{"type":"bo')).map(({ item }) => item?.title)).toEqual(["Cut off", undefined]);
});

test("a hostile file harms nobody", async () => {
  const deep = `[${"[".repeat(200_000)}`;
  const wide = `[{"type":"book","title":${JSON.stringify("x".repeat(7_000_000))}}]`;

  expect((await readBibliography(deep, "auto")).fault).toBe("references.fault.unknownFormat");
  expect((await read(wide))[0]?.item?.title?.length).toBe(1_000);
  expect(
    await itemOf(
      `[{"type":"book","title":"<img src=x onerror=alert(1)>T","__proto__":{"polluted":1},"issued":${"[".repeat(1_000)}${"]".repeat(1_000)}}]`,
    ),
  ).toEqual({
    type: "book",
    title: "T",
  });
  expect(
    (await read(`@book{a, title={${"{".repeat(100_000)}x${"}".repeat(100_000)}}}\n@book{b, title={B}}`)).map(({ item }) => item?.title),
  ).toEqual([undefined, "B"]);
  expect((await read(`@book{a, title={${"\\'".repeat(50_000)}}}\n@book{b, title={B}}`))[1]?.item?.title).toBe("B");
}, 60_000);

test("refuses as a whole what is none of the formats, empty, binary, too large or too much", async () => {
  const fault = async (text: string, format: Parameters<typeof readBibliography>[1] = "auto") =>
    (await readBibliography(text, format)).fault;
  const many = (count: number) => "TY  - JOUR\nTI  - T\nER  - \n".repeat(count);

  expect(await fault("Dear all, see https://doi.org/10.1136/abc")).toBe("references.fault.unknownFormat");
  expect(await fault("https://doi.org/10.1136/abc")).toBe("references.fault.unknownFormat");
  expect(await fault("10.1136/abc", "bibtex")).toBe("references.fault.unknownFormat");
  expect(await fault("@book{a, title={A}}", "ris")).toBe("references.fault.unknownFormat");
  expect(await fault(" \n ")).toBe("references.fault.empty");
  expect(await fault("[]")).toBe("references.fault.empty");
  expect(await fault('{"a": 1}')).not.toBeNull();
  expect(await fault("@book{a, title={A\0}}")).toBe("references.fault.binary");
  expect(await fault(" ".repeat(8 * 1024 * 1024 + 1))).toBe("references.fault.tooBig");
  expect(await fault(many(5_001))).toBe("references.fault.tooMany");
  expect((await read(many(5_000))).length).toBe(5_000);
}, 60_000);

test("tells how far it is", async () => {
  const steps: [number, number][] = [];
  await readBibliography("TY  - JOUR\nTI  - T\nER  - \n".repeat(120), "auto", (done, total) => steps.push([done, total]));

  expect(steps).toEqual([
    [0, 120],
    [50, 120],
    [100, 120],
    [120, 120],
  ]);
});

test("decodes whatever encoding a file has", async () => {
  const text = "TY  - JOUR\nAU  - Côté, É\nTI  - L’été\nER  - \n";
  const latin = Uint8Array.from(Buffer.from(text.replace("’", "\u0092"), "latin1"));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

  expect(decodeBibliography(latin)).toEqual({ text, wasLatin1: true });
  expect(decodeBibliography(utf16)).toEqual({ text, wasLatin1: false });
  expect(decodeBibliography(Buffer.from(utf16).swap16())).toEqual({ text, wasLatin1: false });
  expect(decodeBibliography(Buffer.from(`\ufeff${text}`))).toEqual({ text, wasLatin1: false });
  expect(decodeBibliography(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x01]))).toBeNull();
  expect(await itemOf(decodeBibliography(latin)?.text ?? "")).toMatchObject({ author: [{ family: "Côté", given: "É" }], title: "L’été" });
});

const article: CslItem = {
  type: "article-journal",
  title: "Effects & <i>costs</i>: p < 0.05",
  author: [
    { family: "Kiely", given: "Bridget" },
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der", suffix: "Jr." },
    { literal: "World Health Organization" },
  ],
  "container-title": "BMJ Open",
  volume: "12",
  issue: "10",
  page: "112-119",
  DOI: "10.1136/bmjopen-2022-062951",
  issued: { "date-parts": [[2022, 3, 1]] },
};
const page: CslItem = {
  type: "webpage",
  title: "Prescription sociale",
  author: [{ literal: "INSPQ" }],
  URL: "https://www.inspq.qc.ca/x?a=1&b=2",
  accessed: { "date-parts": [[2024, 5, 1]] },
};
const chapter: CslItem = {
  type: "chapter",
  title: "Un chapitre",
  author: [{ family: "Roy", given: "Anne-Marie" }],
  editor: [
    { family: "Li", given: "Bo" },
    { family: "Wu", given: "Cy" },
  ],
  "container-title": "Le livre",
  page: "12-30",
  publisher: "PUL",
  issued: { "date-parts": [[2019]] },
};

test("styles references in APA and Vancouver, in both languages", async () => {
  const [one, two, three] = await styleReferences([article, page, chapter], ["apa", "vancouver"]);
  const doi = '<a href="https://doi.org/10.1136/bmjopen-2022-062951">';
  const link = '<a href="https://www.inspq.qc.ca/x?a=1&amp;b=2">https://www.inspq.qc.ca/x?a=1&amp;b=2</a>';

  expect(one).toEqual({
    apa: {
      en: `Kiely, B., van der Berg, J., Jr., &amp; World Health Organization. (2022). Effects &amp; <i>costs</i>: p &lt; 0.05. <i>BMJ Open</i>, <i>12</i>(10), 112–119. ${doi}https://doi.org/10.1136/bmjopen-2022-062951</a>`,
      fr: `Kiely, B., van der\u00a0Berg, J., Jr., et World Health Organization. (2022). Effects &amp; <i>costs</i>: p &lt; 0.05. <i>BMJ Open</i>, <i>12</i>(10), 112-119. ${doi}https://doi.org/10.1136/bmjopen-2022-062951</a>`,
    },
    vancouver: {
      en: `Kiely B, van der Berg J Jr, World Health Organization. Effects &amp; <i>costs</i>: p &lt; 0.05. BMJ Open. 2022 Mar 1;12(10):112–9. doi:${doi}10.1136/bmjopen-2022-062951</a>`,
      fr: `Kiely B, van der\u00a0Berg J Jr, World Health Organization. Effects &amp; <i>costs</i>: p &lt; 0.05. BMJ Open. 1<sup>er</sup> mars 2022;12(10):112-9. doi:${doi}10.1136/bmjopen-2022-062951</a>`,
    },
  });
  expect(two?.apa.en).toBe(`INSPQ. (n.d.). <i>Prescription sociale</i>. Retrieved May 1, 2024, from ${link}`);
  expect(two?.apa.fr).toBe(`INSPQ. (s.\u00a0d.). <i>Prescription sociale</i>. Consulté le 1<sup>er</sup> mai 2024, à l’adresse ${link}`);
  expect(two?.vancouver.fr).toBe(`INSPQ. Prescription sociale [Internet]. [cité 1<sup>er</sup> mai 2024]. Disponible sur\u00a0: ${link}`);
  expect(three?.apa.fr).toBe("Roy, A.-M. (2019). Un chapitre. Dans B. Li et C. Wu (Dir.), <i>Le livre</i> (p. 12-30). PUL.");
  expect(three?.vancouver.en).toBe("Roy AM. Un chapitre. In: Li B, Wu C, editors. Le livre. PUL; 2019. p. 12–30.");
});

test("draws each reference for itself, in order, and nothing that could run", async () => {
  const alike = Array.from({ length: 130 }, (_, n): CslItem => ({ ...article, title: `Title ${n}` }));
  const styled = await styleReferences(alike, ["apa", "vancouver"]);

  expect(styled.map(({ apa }) => /Title \d+/.exec(apa.en)?.[0])).toEqual(alike.map(({ title }) => title));
  expect(styled.every(({ apa }) => apa.en.includes("(2022)."))).toBe(true);

  const [bare] = await styleReferences(
    [{ type: "interview", title: '<script>alert(1)</script><img src="x" onerror="y">' }],
    ["apa", "vancouver"],
  );
  expect(JSON.stringify(bare)).not.toMatch(/<(?!\/?(?:i|b|a|sup|sub)\b)/);
  expect(await styleReferences([], ["apa", "vancouver"])).toEqual([]);
});
