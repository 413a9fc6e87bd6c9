import type { Book, BookFace, BookPicture } from "~/features/exchange/book";
import type { Language } from "~/i18n/languages";
import { drawSources, drawText } from "~/platform/markdown-render.server";

/** A text with everything in it that a guide can have. `{picture}` stands for the address of a picture. */
export const everything = `Before the first heading.

## Purpose {#purpose}

Walks that **everyone** can *join*, ~~never~~ often[^1]. See [our page](https://example.org/walks), [a guide](/en/practices) and [1](#source-1).

![A path in the snow]({picture})

## Steps {#steps}

1. Ask who comes
2. Agree on a path
    - Their pace
    - Their **shoes**
3. Walk

- [x] Someone knows first aid
- [ ] The weather was checked

### In detail

| Month | Where \\| when | Cost |
| --- | :---: | ---: |
| January | Hall | 0 |
| June | Park<br>or lake | 12 |

> “It was cold.” Said by one who walked.

\`\`\`
call  the    hall
\`\`\`

#### Afterwards

Use \`code\` with care.

---

## What it takes {#what-it-takes}

A thermos.

[^1]: Told by the people who walk.`;

export const sources = "Roe J. Walking in groups. BMJ Open. 2020. https://doi.org/10.1000/xyz\nThe second source";

const PICTURE = "00000000-0000-7000-8000-000000000001";

const wording = (language: Language) =>
  language === "en"
    ? { table: "Table {n}", footnotes: "Notes", backToText: "Back", spoiler: "", picture: "" }
    : { table: "Tableau {n}", footnotes: "Notes", backToText: "Retour", spoiler: "", picture: "" };

/** A text as it is published, of a version that never changes. */
export function fixedFace(body = everything, language: Language = "en", changes: Partial<BookFace> = {}): BookFace {
  const text = body.replaceAll("{picture}", `/files/${PICTURE}`);
  const { html } = drawText(text, wording(language), new Map([[PICTURE, { width: 320, height: 200 }]]));
  const copy = `https://portal.example.org/${language}/copies/00000000-0000-7000-8000-000000000002`;
  return {
    id: "00000000-0000-7000-8000-000000000002",
    language,
    title: language === "en" ? "Walking together in winter" : "Marcher ensemble en hiver",
    summary: "How to walk together when it is cold, step by step.",
    authors: ["Amira Haddad", "Paul Roy"],
    publisher: "Riverside Health Centre",
    licence: { name: "CC BY 4.0", address: `https://creativecommons.org/licenses/by/4.0/deed.${language}` },
    publishedOn: "2026-05-12",
    html,
    sourcesHtml: drawSources(sources, wording(language)),
    body: text,
    sources,
    evidence: [
      {
        section: "steps",
        lines: [[{ text: "The evidence supports it: " }, { text: "Walking and loneliness", href: "https://portal.example.org/s" }]],
      },
    ],
    facts: [
      { name: "Organization", said: [{ text: "Riverside Health Centre", href: "https://portal.example.org/en/organizations/riverside" }] },
      { name: "Is this copy current?", said: [{ text: copy, href: copy }] },
    ],
    lineage: [],
    address: `https://portal.example.org/${language}/practices/walking/versions/3`,
    copy,
    words: {
      genre: "Practice guide",
      about: "About this copy",
      evidence: "What this section rests on",
      sources: "Sources",
      notes: "Notes",
      contents: "Contents",
      page: "Page {page} of {pages}",
      check: "Scan the code to see what has changed.",
      code: "Code that leads to the page of the copy",
      version: "Version 3, published on May 12, 2026",
    },
    ...changes,
  };
}

/** The same as a book, with its picture. */
export async function fixedBook(...faces: BookFace[]): Promise<{ book: Book; pictures: BookPicture[] }> {
  const { default: sharp } = await import("sharp");
  const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#2a7" } })
    .webp()
    .toBuffer();
  const pictures = faces.some(({ html }) => html.includes(PICTURE)) ? [PICTURE] : [];
  return {
    book: { faces, origin: "https://portal.example.org", pictures },
    pictures: pictures.map((id) => ({ id, bytes: new Uint8Array(bytes) })),
  };
}
