import { strToU8, zipSync, type Zippable } from "fflate";

import type { Book, BookFace } from "./book";
import type { Parts } from "./book-blocks";
import { codeDrawing } from "./book-code.server";
import { aboutPage, escaped, facePage, STYLE, type Shown, titlePage } from "./book-epub-pages";
import type { Drawn } from "./book-pictures.server";
import { dayOf } from "./book-day";

export type ReadFace = { face: BookFace; parts: Parts };

/** A book as EPUB 3: a title, the text and what there is to know of it, for each language. The same book gives the same bytes. */
export function epubOf({ origin }: Book, faces: ReadFace[], pictures: Map<string, Drawn>): Uint8Array {
  const [first] = faces;
  if (!first) throw new Error("A book has a text.");
  const shown: Shown = { origin, pictures };
  const day = dayOf(faces.map(({ face }) => face));
  const files: Record<string, string | Uint8Array> = { "OEBPS/style.css": STYLE };
  for (const one of faces) {
    const { language, copy, words } = one.face;
    files[`OEBPS/title-${language}.xhtml`] = titlePage(one.face);
    files[`OEBPS/text-${language}.xhtml`] = facePage(one, shown);
    files[`OEBPS/about-${language}.xhtml`] = aboutPage(one.face);
    files[`OEBPS/code-${language}.svg`] = codeDrawing(copy, escaped(words.code));
  }
  for (const [id, { data, type }] of pictures) files[`OEBPS/${id}.${type}`] = data;

  // Readers look for the type at a fixed place: first, and as it is.
  const options = { mtime: day, level: 9 } as const;
  const zipped: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { ...options, level: 0 }],
    "META-INF/container.xml": [strToU8(CONTAINER), options],
    "OEBPS/book.opf": [strToU8(packageOf(first.face, faces, pictures, day)), options],
    "OEBPS/nav.xhtml": [strToU8(navigationOf(faces)), options],
  };
  for (const [name, file] of Object.entries(files)) zipped[name] = [typeof file === "string" ? strToU8(file) : file, options];
  return zipSync(zipped, { mtime: day });
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

const pages = ["title", "text", "about"] as const;

function packageOf(main: BookFace, faces: ReadFace[], pictures: Map<string, Drawn>, day: Date): string {
  const name = faces.length > 1 ? `${main.address}?both=1` : `urn:uuid:${main.id}`;
  const languages = faces.map(({ face }) => face.language);
  const hasPictures = pictures.size > 0;
  const items = languages.flatMap((language) => [
    ...pages.map((page) => `<item id="${page}-${language}" href="${page}-${language}.xhtml" media-type="application/xhtml+xml"/>`),
    `<item id="code-${language}" href="code-${language}.svg" media-type="image/svg+xml"/>`,
  ]);
  const drawings = [...pictures].map(
    ([id, { type }]) => `<item id="p-${id}" href="${id}.${type}" media-type="image/${type === "jpg" ? "jpeg" : "png"}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${main.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escaped(name)}</dc:identifier>
<dc:title>${escaped(main.title)}</dc:title>
${languages.map((language) => `<dc:language>${language}</dc:language>`).join("\n")}
${main.authors.map((name) => `<dc:creator>${escaped(name)}</dc:creator>`).join("\n")}
<dc:publisher>${escaped(main.publisher)}</dc:publisher>
<dc:date>${main.publishedOn}</dc:date>
<dc:description>${escaped(main.summary)}</dc:description>
<dc:rights>${escaped([main.licence.name, main.licence.address].filter(Boolean).join(" "))}</dc:rights>
<dc:source>${escaped(main.address)}</dc:source>
<meta property="dcterms:modified">${day.toISOString().slice(0, 19)}Z</meta>
<meta property="schema:accessMode">textual</meta>
${hasPictures ? '<meta property="schema:accessMode">visual</meta>\n' : ""}<meta property="schema:accessModeSufficient">textual</meta>
${["structuralNavigation", "tableOfContents", "readingOrder", "alternativeText", "displayTransformability"].map((name) => `<meta property="schema:accessibilityFeature">${name}</meta>`).join("\n")}
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${[...items, ...drawings].join("\n")}
</manifest>
<spine>
${languages.flatMap((language) => pages.map((page) => `<itemref idref="${page}-${language}"/>`)).join("\n")}
</spine>
</package>
`;
}

function navigationOf(faces: ReadFace[]): string {
  const language = faces[0]?.face.language ?? "en";
  const contents = faces.map(({ face, parts }) => {
    const at = `text-${face.language}.xhtml`;
    const headings = parts.blocks.flatMap((block) => (block.is === "heading" && block.level === 2 ? [block] : []));
    const lines = [
      ...headings.map(({ id, inlines }) => [`${at}#${id}`, inlines.map((one) => (one.is === "text" ? one.text : "")).join("")]),
      ...(parts.sources.length > 0 ? [[`${at}#sources`, face.words.sources]] : []),
      [`about-${face.language}.xhtml`, face.words.about],
    ];
    const list = lines.map(([href = "", words = ""]) => `<li><a href="${escaped(href)}">${escaped(words)}</a></li>`).join("\n");
    return `<li lang="${face.language}" xml:lang="${face.language}"><a href="title-${face.language}.xhtml">${escaped(face.title)}</a>\n<ol>\n${list}\n</ol></li>`;
  });
  const title = escaped(faces[0]?.face.words.contents ?? "");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${title}</title><link rel="stylesheet" href="style.css"/></head>
<body><nav epub:type="toc" role="doc-toc"><h1>${title}</h1>
<ol>
${contents.join("\n")}
</ol></nav></body>
</html>
`;
}
