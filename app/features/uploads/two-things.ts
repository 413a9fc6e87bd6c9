const HEAD = 1024;
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const END_OF_ZIP_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** Whether a file that begins as a picture can also be read as a document, a page, a program or an archive. No camera writes such a file. */
export function isTwoThings(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  return /%PDF-|<!doctype|<html|<script|<svg|<iframe|<\?php/i.test(head) || endsAsArchive(bytes);
}

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
