import { readFileSync } from "node:fs";

import { isMap, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** Where a file says something, to name it in a fault. */
export type Place = { file: string; line: number };

/** What is wrong, and where: `content/practices/x/en.md:12: …`. */
export class Faults {
  private readonly list: { file: string; line: number; what: string }[] = [];

  add(file: string, line: number, what: string) {
    this.list.push({ file, line, what });
  }

  /** In the order of the files and their lines, each once. */
  lines(): string[] {
    const sorted = this.list.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
    return [...new Set(sorted.map(({ file, line, what }) => `${file}:${line}: ${what}`))];
  }
}

/** What a file says, and on which line it says it. */
export type Read<Value> = { value: Value; lineOf: (path: readonly PropertyKey[]) => number };

/** Reads a file of UTF-8. Line ends become "\n", letters with accents one character each. Null, and a fault, where it is something else. */
export function readText(file: string, faults: Faults): string | null {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n").normalize("NFC");
  } catch {
    faults.add(file, firstBadLine(bytes), "this is not UTF-8");
    return null;
  }
}

/** Reads YAML of a known shape. Null, and a fault for each thing that is wrong, where it has another; `line` is where it starts. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  faults: Faults,
  line = 1,
): Read<z.output<Schema>> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + line - 1;
  for (const error of document.errors) faults.add(file, lineAt(error.pos[0]), `this is not YAML: ${error.message}`);
  if (document.errors.length > 0) return null;

  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return lineAt(node.range[0]);
    return path.length > 0 ? lineOf(path.slice(0, -1)) : line;
  };
  const lineOfKey = (path: readonly PropertyKey[], key: string): number => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
    return pair ? lineAt((pair.key as { range: [number, number, number] }).range[0]) : lineOf(path);
  };

  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) faults.add(file, lineOfKey(issue.path, key), `${nameOf([...issue.path, key])} is not a field here`);
    } else faults.add(file, lineOf(issue.path), `${nameOf(issue.path)} ${issue.message}`);
  }
  return null;
}

const nameOf = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === "number" ? `[${part + 1}]` : `${index > 0 ? "." : ""}${String(part)}`)).join("") || "this";

/** A text with YAML in front: `---`, YAML, `---`, Markdown. */
export function splitFrontMatter(text: string, file: string, faults: Faults): { yaml: string; body: string; bodyLine: number } | null {
  const lines = text.split("\n");
  if (lines[0] !== "---") {
    faults.add(file, 1, "a text begins with front matter between two lines of ---");
    return null;
  }
  const end = lines.indexOf("---", 1);
  if (end === -1) {
    faults.add(file, 1, "the front matter is not closed with ---");
    return null;
  }
  const body = lines.slice(end + 1);
  const start = body.findIndex((line) => line.trim() !== "");
  if (start === -1) {
    faults.add(file, end + 1, "there is no text below the front matter");
    return null;
  }
  return { yaml: lines.slice(1, end).join("\n"), body: body.slice(start).join("\n").trimEnd(), bodyLine: end + 2 + start };
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) break;
    start = end + 1;
  }
  return line;
}
