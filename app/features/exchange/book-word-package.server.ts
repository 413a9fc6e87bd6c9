import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const RELATIONS = /^(.*)_rels\/([^/]+)\.rels$/;

/**
 * The same document with nothing in it that differs from one drawing to the next: the names of its relations, the numbers of its marks and the day on
 * which it was written.
 */
export function settled(bytes: Uint8Array, day: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const texts = new Map(
    Object.keys(parts).flatMap((name) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(parts[name] ?? new Uint8Array())]] : [])),
  );
  for (const [name, text] of texts) {
    const [, folder = "", part = ""] = RELATIONS.exec(name) ?? [];
    if (part === "") continue;
    const names = [...text.matchAll(/ Id="([^"]+)"/g)].map(([, id = ""]) => id);
    const place = new Map(names.map((id, index) => [id, `rId${index + 1}`]));
    const renamed = (xml: string) =>
      xml.replace(/( (?:Id|r:id|r:embed|r:link))="([^"]+)"/g, (whole, key: string, id: string) =>
        place.has(id) ? `${key}="${place.get(id)}"` : whole,
      );
    texts.set(name, renamed(text));
    const owner = texts.get(folder + part);
    if (owner !== undefined) texts.set(folder + part, numbered(renamed(owner)));
  }
  const core = texts.get("docProps/core.xml");
  if (core)
    texts.set("docProps/core.xml", core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day.toISOString().slice(0, 19)}Z`));

  const names = Object.keys(parts).sort(
    (a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml") || (a < b ? -1 : 1),
  );
  const packed = Object.fromEntries(
    names.map((name) => [name, texts.has(name) ? strToU8(texts.get(name) ?? "") : (parts[name] ?? new Uint8Array())]),
  );
  return zipSync(packed, { level: 9, mtime: day });
}

/** Pictures and marks with numbers of their own, in their order. */
function numbered(xml: string): string {
  let pictures = 0;
  const marks = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!marks.has(id)) marks.set(id, marks.size + 1);
    return marks.get(id);
  };
  return xml
    .replace(/(<wp:docPr [^>]*?\bid=")[^"]*/g, (_, before: string) => `${before}${++pictures}`)
    .replace(/(<w:bookmark(?:Start|End) [^>]*?w:id=")([^"]*)/g, (_, before: string, id: string) => `${before}${numberOf(id)}`);
}
