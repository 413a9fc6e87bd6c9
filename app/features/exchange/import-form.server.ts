import { z } from "zod";

import { limits } from "~/features/publishing/limits";
import { refusedForm } from "~/platform/attempt.server";
import { type FormErrors, type FormValues, parseFields, readForm } from "~/platform/forms.server";

const importSchema = z.object({
  id: z.uuid("publishing.error.unknownChoice"),
  title: z.string().trim().max(limits.title, "publishing.error.titleTooLong").default(""),
  organization: z.uuid("publishing.error.chooseOrganization"),
});

type Sent = { again: { errors: FormErrors; values: FormValues }; init: ResponseInit } | { again?: undefined; slug: string };

const fields: Record<string, string> = { "importing.fault.noTitle": "title" };

/** Reads the form in which someone brings a guide, and gives it to a verb; what stands against it comes back by field. */
export async function attemptImport(
  request: Request,
  verb: (input: z.output<typeof importSchema>, bytes: Uint8Array) => Promise<string>,
): Promise<Sent> {
  const form = await readForm(request);
  const [file, ...others] = form.getAll("file");
  if (others.length > 0 || (typeof file === "string" && file !== "")) throw new Response("Bad request", { status: 400 });
  form.delete("file");
  const { data, errors, values } = parseFields(form, importSchema);
  if (errors) return { again: { errors, values }, init: { status: 422 } };

  try {
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    return { slug: await verb(data, bytes) };
  } catch (refusal) {
    return refusedForm(refusal, (reason) => fields[reason] ?? (reason.startsWith("importing.fault.") ? "file" : ""), values);
  }
}
