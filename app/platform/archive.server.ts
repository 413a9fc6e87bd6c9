import { setImmediate as pause } from "node:timers/promises";

import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

import type { ArchiveFile, Part } from "./archive";
import { endOfList, endOfPage, isNothing, listHead, pageHead, type Reader, rowOf, sectionOf } from "./archive-page.server";

const encoder = new TextEncoder();

/**
 * Packs what the portal holds about a person: `data.json` for machines, `index.html` to be read, and the files that both name. Long lists
 * are read and packed one by one, with a pause after each, so that neither the memory nor the other requests feel it.
 */
export async function packArchive(reader: Reader, head: Record<string, string>, parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const archive = openArchive();
  const page = archive.text("index.html");
  const json = archive.text("data.json");
  page.write(pageHead(reader));
  json.write(JSON.stringify(head).slice(0, -1));
  const empty: string[] = [];

  for (const { facts, files = [] } of parts) {
    for (const [name, fact] of Object.entries(facts)) {
      json.write(`,\n${JSON.stringify(name)}: ${JSON.stringify(fact, null, 1)}`);
      page.write(sectionOf(reader, name, fact));
      if (isNothing(fact)) empty.push(name);
      await pause();
    }
    for (const file of files) archive.add(file);
  }
  for (const { lists = {} } of parts)
    for (const [name, entries] of Object.entries(lists)) {
      json.write(`,\n${JSON.stringify(name)}: [`);
      let count = 0;
      for await (const { row, file } of entries) {
        json.write(`${count === 0 ? "" : ","}\n${JSON.stringify(row)}`);
        page.write((count === 0 ? listHead(reader, name) : "") + rowOf(reader, row));
        if (file) archive.add(file);
        count += 1;
        await pause();
      }
      json.write("]");
      if (count === 0) empty.push(name);
      else page.write(endOfList);
    }
  json.end("}\n");
  page.end(endOfPage(reader, empty));
  return archive.close();
}

/** A ZIP file that grows in memory, already packed. */
function openArchive() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const begin = <File extends ZipDeflate | ZipPassThrough>(file: File): File => {
    file.mtime = new Date();
    zip.add(file);
    return file;
  };

  return {
    text(name: string) {
      const file = begin(new ZipDeflate(name));
      return {
        write: (text: string) => file.push(encoder.encode(text)),
        end: (text: string) => file.push(encoder.encode(text), true),
      };
    },
    /** Pictures are packed already. */
    add({ name, bytes }: ArchiveFile) {
      const file = begin(name.endsWith(".md") ? new ZipDeflate(name) : new ZipPassThrough(name));
      file.push(bytes, true);
    },
    close(): Uint8Array<ArrayBuffer> {
      zip.end();
      return Uint8Array.from(Buffer.concat(chunks));
    },
  };
}
