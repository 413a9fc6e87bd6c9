import { parse } from "yaml";

import { guideIn, type ReadGuide } from "./import-guide";
import { MOST_PICTURES } from "./import-limits";
import { Unreadable } from "./import-package.server";

const FRONT = /^---\n([\s\S]{0,20000}?)\n---(?:\n|$)/;
const INLINED = /(!\[[^\]]{0,1000}\]\()data:image\/[\w+.-]{1,40};base64,([A-Za-z0-9+/=\s]*)\)/g;

/** Reads a Markdown text, with what may stand before it (title, summary, sources). Pictures that stand in it are taken out. Throws Unreadable. */
export function readMarkdown(text: string): ReadGuide {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const facts = factsIn(FRONT.exec(plain)?.[1] ?? "");
  const pictures: Uint8Array[] = [];
  const body = plain.replace(FRONT, "").replace(INLINED, (_, before: string, data: string) => {
    pictures.push(new Uint8Array(Buffer.from(data, "base64")));
    return `${before}picture:${pictures.length})`;
  });
  if (pictures.length > MOST_PICTURES) throw new Unreadable("importing.fault.tooManyPictures");
  const guide = guideIn(body);

  return {
    title: facts.title || guide.title,
    summary: facts.summary,
    body: guide.body,
    sources: facts.sources || guide.sources,
    pictures,
  };
}

/** What stands before the text; whatever cannot be read there says nothing. */
function factsIn(front: string): { title: string; summary: string; sources: string } {
  const facts = readYaml(front);
  const words = (name: string) => {
    const value = facts[name];
    return (Array.isArray(value) ? value.map(String).join("\n") : typeof value === "string" ? value : "").trim();
  };
  return { title: words("title"), summary: words("summary"), sources: words("sources") };
}

function readYaml(front: string): Record<string, unknown> {
  try {
    const read: unknown = parse(front, { maxAliasCount: 0 });
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
