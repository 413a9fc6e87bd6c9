import { randomUUID } from "node:crypto";

import type { Actor, Viewer } from "~/features/accounts/actor";
import type { Book, BookFace, BookFormat, BookPicture } from "~/features/exchange/book";
import { getBook, picturesOf } from "~/features/exchange/book.server";
import { drawBook } from "~/features/exchange/book-formats.server";
import { importGuide } from "~/features/exchange/import-guide.server";
import type { Fields } from "~/features/publishing/fields";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { drawSources, drawText } from "~/platform/markdown-render.server";

import { change, publish } from "./editions";
import { faceAt, vocabulary } from "./world";

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

/** A published guide that was brought as Markdown, with a picture in it. Gives its address. */
export async function travelled(
  by: Actor,
  { body = everything, language = "en" as Language, title = "Walking together in winter", fields = {} as Partial<Fields> } = {},
): Promise<string> {
  await vocabulary();
  const { default: sharp } = await import("sharp");
  const picture = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#2a7" } })
    .jpeg()
    .toBuffer();
  const inline = `data:image/jpeg;base64,${picture.toString("base64")}`;
  const front = `---\ntitle: ${JSON.stringify(title)}\nsummary: How to walk together when it is cold, step by step.\n---\n\n`;
  const file = Buffer.from(front + body.replaceAll("{picture}", inline));
  const slug = await importGuide(by, language, { id: randomUUID(), organization: by.organizations[0]?.id ?? "", title: "" }, file);
  const { revisions } = await faceAt(slug, language);
  const { details } = revisions.at(-1) ?? {};
  const known = { topics: ["food"] };
  await change(by, slug, { ...(details as object), ...known, sources, ...fields }, language);
  await publish(by, slug, language);
  return slug;
}

/** The book of a version at an address that answers with it. */
export async function bookOf(viewer: Viewer, slug: string, { language = "en" as Language, number = 1, both = false } = {}) {
  const found = await getBook(viewer, "practice", language, slug, number, both);
  if (found.outcome !== "page") throw new Error(`it leads on to ${found.slug}`);
  return found;
}

/** The same as a file. */
export async function draw(format: BookFormat, { book, citation }: { book: Book; citation: { id: string } }): Promise<Uint8Array> {
  return drawBook(format, book, await picturesOf(citation.id, book.pictures));
}

/** The version of a guide that stands. */
export const versionOf = async (slug: string, language: Language = "en") =>
  (await db.version.findFirstOrThrow({ where: { face: { slug, language } }, orderBy: { number: "desc" } })).id;
