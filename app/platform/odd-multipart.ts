/** More parts than any of our forms has, and more lines before a part than any browser writes. */
const MOST_PARTS = 500;
const LONGEST_HEAD = 4_000;

const LINE = Buffer.from("\r\n");
const GAP = Buffer.from("\r\n\r\n");

/**
 * Whether a multipart form is one that only an attacker sends: of very many parts, or with very long heads. The platform's parser would be
 * busy with it for seconds, and everyone would wait. Anything that is no multipart form is none of these.
 */
export function isOddMultipart(bytes: Buffer, type: string): boolean {
  if (!/^multipart\//i.test(type)) return false;
  const boundary = /^multipart\/form-data\s*;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*(?:;.*)?$/i.exec(type)?.[2];
  if (boundary === undefined) return true;

  const mark = Buffer.from(`--${boundary}`);
  let parts = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    parts += 1;
    const head = bytes.subarray(at + mark.length, at + mark.length + LONGEST_HEAD);
    const isBegin = head.subarray(0, LINE.length).equals(LINE);
    if (parts > MOST_PARTS || (isBegin && !head.includes(GAP))) return true;
  }
  return false;
}
