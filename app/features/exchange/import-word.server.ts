import mammoth from "mammoth";

import { guideIn, type ReadGuide } from "./import-guide";
import { markdownOf } from "./import-html.server";
import { MOST_PICTURES } from "./import-limits";
import { Unreadable, wordPackage } from "./import-package.server";

/** How the styles of Word become headings and quotes; those whose names begin with Portal are what this portal writes beside a text. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.summary:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Portal Facts'] => !",
  "p[style-name='Portal Code'] => pre > code:separator('\n')",
  "r[style-name='Portal Code Words'] => code",
  "p[style-name='Portal Table Head'] => p:fresh",
  "p[style-name='Portal Table Cell'] => p:fresh",
  "p[style-name='Portal Summary'] => p.summary:fresh",
  "p[style-name='Portal Sources'] => h2.sources:fresh",
];

/** Reads a Word document. Throws Unreadable. */
export async function readWord(bytes: Uint8Array): Promise<ReadGuide> {
  const buffer = Buffer.from(wordPackage(bytes));
  const pictures: Uint8Array[] = [];
  let found = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    found += 1;
    // What goes wrong with one picture is only noted by the library.
    if (found <= MOST_PICTURES) pictures.push(new Uint8Array(await image.readAsBuffer()));
    return { src: `picture:${pictures.length}` };
  });
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage, externalFileAccess: false });
    if (found > MOST_PICTURES) throw new Unreadable("importing.fault.tooManyPictures");
    return { ...guideIn(markdownOf(value)), pictures };
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable("importing.fault.notWord");
  }
}
