import { unzipSync, zipSync } from "fflate";

import { MOST_PARTS, MOST_UNPACKED_BYTES } from "./import-limits";

/** Why a file cannot be read, as a key of the dictionary. */
export class Unreadable extends Error {}

const MAIN = "word/document.xml";

/** What of a document is read. Everything else in it (macros, fonts, embedded objects) is left where it is. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels|word\/media\/[^/]+)$/;

/**
 * A Word document, unpacked within limits and packed again with nothing in it but what is read: what comes out is small, whatever its
 * directory says. Throws Unreadable for what is no such document, is too large unpacked, or declares entities.
 */
export function wordPackage(bytes: Uint8Array): Uint8Array {
  const parts = unpacked(bytes);
  const isWord = parts[MAIN] !== undefined && parts["[Content_Types].xml"] !== undefined;
  const declares = ([name, part]: [string, Uint8Array]) =>
    /\.(?:xml|rels)$/.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder().decode(part));
  if (!isWord || Object.entries(parts).some(declares)) throw new Unreadable("importing.fault.notWord");

  return zipSync(parts, { level: 0 });
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1;
        if (count > MOST_PARTS) throw new Unreadable("importing.fault.tooMuch");
        if (!READ.test(name)) return false;
        // A part is given the room that the directory promises it, and no more.
        size += originalSize;
        if (size > MOST_UNPACKED_BYTES) throw new Unreadable("importing.fault.tooMuch");
        return true;
      },
    });
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable("importing.fault.notWord");
  }
}
