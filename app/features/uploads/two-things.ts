const HEAD = 1024;
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const END_OF_ZIP_BYTES = 22;
const LONGEST_COMMENT = 65_535;

const PAGE = /<!doctype|<html|<script|<svg|<iframe|<\?php/i;

/** Whether a file that begins as a picture can also be read as a document, a page, a program or an archive. No camera writes such a file. */
export const isTwoThings = (bytes: Uint8Array): boolean => headOf(bytes).includes("%PDF-") || isMore(bytes);

/** Whether a file is a PDF from its beginning to its end, and nothing else: neither a page, nor a program, nor an archive. */
export function isPdf(bytes: Uint8Array): boolean {
  const end = new TextDecoder("latin1").decode(bytes.subarray(-HEAD));
  return /^(?:\u00ef\u00bb\u00bf)?\s*%PDF-\d/.test(headOf(bytes)) && end.includes("%%EOF") && !isMore(bytes);
}

const headOf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));

const isMore = (bytes: Uint8Array) => PAGE.test(headOf(bytes)) || endsAsArchive(bytes);

/** An archive is read from its end: a signature whose comment reaches to the last byte. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - END_OF_ZIP_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_OF_ZIP_BYTES; at >= first; at--) {
    if (!END_OF_ZIP.every((byte, index) => bytes[at + index] === byte)) continue;
    const comment = (bytes[at + 20] ?? 0) + (bytes[at + 21] ?? 0) * 256;
    if (at + END_OF_ZIP_BYTES + comment === bytes.length) return true;
  }
  return false;
}
