/** The largest form with a text file in it, in bytes. */
const LIMIT = 1_000_000;

/** `text` is null where the file is no text in UTF-8. */
type Sent = { fields: [string, string][]; file: { text: string | null } | null };

/**
 * Reads a form that may have one text file in it, under the name `fileName`: its fields, and what the file says, without the mark that
 * some programs put before it. Refuses what is no such form (415), is broken (400), or too large (413). Nothing is kept.
 */
export async function readTextFileForm(request: Request, fileName: string): Promise<Sent> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    throw new Response("Unsupported media type", { status: 415 });
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LIMIT) throw new Response("Content too large", { status: 413 });

  const sent: Sent = { fields: [], file: null };
  for (const [name, value] of await partsOf(bytes, type)) {
    // A file field that was left alone may come as an empty text.
    if (name === fileName && value === "") continue;
    if (name !== fileName && typeof value === "string") sent.fields.push([name, value]);
    else if (name === fileName && typeof value !== "string" && !sent.file) sent.file = await readFile(value);
    // Without the right kind of form a browser sends but the name of a file.
    else throw badRequest();
  }
  return sent;
}

const badRequest = () => new Response("Bad request", { status: 400 });

async function partsOf(bytes: ArrayBuffer, type: string): Promise<[string, string | Blob][]> {
  try {
    return [...(await new Response(bytes, { headers: { "Content-Type": type } }).formData()).entries()];
  } catch {
    throw badRequest();
  }
}

/** Null for a file field that was left alone: an empty file is sent for it. */
async function readFile(file: Blob): Promise<Sent["file"]> {
  if (file.size === 0) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { text: text.includes("\0") ? null : text };
  } catch {
    return { text: null };
  }
}
