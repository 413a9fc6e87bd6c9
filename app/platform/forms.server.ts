import { z } from "zod";

import { isOddMultipart } from "./odd-multipart";

/** A form that says nothing but that it was sent. */
export const noFields = z.object({});

/** The faults of a form by field, as keys of the dictionary. "" stands for the form as a whole. */
export type FormErrors = Record<string, string[]>;

/** What the person typed, so that the form comes back as they left it. */
export type FormValues = Record<string, string | string[]>;

export type ParsedForm<Data> =
  | { data: Data; errors?: undefined; values: FormValues }
  | { data?: undefined; errors: FormErrors; values: FormValues };

/**
 * Reads a form against its schema. Fields that the schema calls arrays are arrays; a single field sent twice, a file,
 * or a field that the schema does not know is refused with 400, since none of our pages sends that.
 */
export const parseForm = async <Schema extends z.ZodObject>(request: Request, schema: Schema): Promise<ParsedForm<z.output<Schema>>> =>
  parseFields(await readForm(request), schema);

/** The same for a form that was read already, because its files were taken out of it. */
export function parseFields<Schema extends z.ZodObject>(form: FormData, schema: Schema): ParsedForm<z.output<Schema>> {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const sent = form.getAll(name);
    const shape = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!Object.hasOwn(schema.shape, name) || sent.some((value) => typeof value !== "string")) throw badRequest();
    const texts = (sent as string[]).map(normalized);
    if (isArray(shape)) values[name] = texts;
    else if (texts.length === 1) values[name] = texts[0] ?? "";
    else throw badRequest();
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return { data: parsed.data, values };

  return { errors: errorsOf(parsed.error), values };
}

/** Faults of a parse by the field they belong to. */
export function errorsOf(error: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    errors[field] ??= [];
    if (!errors[field].includes(issue.message)) errors[field].push(issue.message);
  }
  return errors;
}

/** Whether a loader is asked for the page around a form that came back: Remix then asks with a GET that still has the form's headers. */
export const isAfterForm = ({ headers }: Request): boolean => headers.has("Content-Type");

/** The fields of a form as they were sent. Refuses what is no form (415), and a broken one (400). */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new Response("Unsupported media type", { status: 415 });
  try {
    const bytes = Buffer.from(await request.arrayBuffer());
    if (isOddMultipart(bytes, type)) throw badRequest();
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw badRequest();
  }
}

const badRequest = () => new Response("Bad request", { status: 400 });

/** One form of writing per character, "\n" at line ends, and none of the characters PostgreSQL or XML cannot hold. */
const normalized = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .toWellFormed()
    .normalize("NFC");

function isArray(shape: unknown): boolean {
  let inner = shape as { def?: { type?: string; innerType?: unknown; in?: unknown } } | undefined;
  while (inner?.def && inner.def.type !== "array" && (inner.def.innerType ?? inner.def.in))
    inner = (inner.def.innerType ?? inner.def.in) as typeof inner;
  return inner?.def?.type === "array";
}
