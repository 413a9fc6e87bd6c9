const GAP = "\r\n\r\n";

/**
 * The one file of a form that has nothing else, with its name; null where the form is another one. The platform's parser would copy 80 megabytes
 * several times.
 */
export function fileIn(body: Buffer, type: string): { name: string; bytes: Buffer } | null {
  const boundary = /^multipart\/form-data\s*;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*(?:;.*)?$/i.exec(type)?.[2];
  if (boundary === undefined) return null;

  const mark = `--${boundary}`;
  const headEnd = body.indexOf(GAP);
  if (!body.subarray(0, mark.length + 2).equals(Buffer.from(`${mark}\r\n`)) || headEnd < 0 || headEnd > 4_000) return null;
  const head = body.subarray(mark.length + 2, headEnd).toString("utf8");
  const name = /^content-disposition:\s*form-data;\s*name="file";\s*filename="([^"\r\n]*)"/im.exec(head)?.[1];
  const end = body.indexOf(`\r\n${mark}`, headEnd + GAP.length);
  const isLast = end >= 0 && body.subarray(end + 2 + mark.length, end + 4 + mark.length).toString() === "--";
  if (name === undefined || !isLast) return null;
  return { name: nameOf(name), bytes: body.subarray(headEnd + GAP.length, end) };
}

/** The last part of a path, without signs that no list needs. */
const nameOf = (path: string): string =>
  (path.split(/[/\\]/).pop() ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .toWellFormed()
    .slice(0, 200);
