import type { FormErrors, FormValues } from "~/platform/forms.server";
import { parseFields, readForm } from "~/platform/forms.server";
import { refusedForm } from "~/platform/attempt.server";
import { unprocessable } from "~/platform/errors";

import { textOf } from "./imports.server";
import { importSchema } from "./reference-schema.server";

type Brought = { id: string; format: string; text: string };

type Sent = { again: { errors: FormErrors; values: FormValues }; init: ResponseInit } | { again?: undefined; data: Brought };

const fields: Record<string, string> = {
  "references.fault.binary": "file",
  "references.fault.tooBig": "file",
  "references.error.nothing": "file",
  "references.error.both": "file",
};

/** Reads the form in which someone brings a bibliography, as a file or pasted, and gives it to a verb; faults come back with the text. */
export async function attemptImport(request: Request, verb: (brought: Brought) => Promise<unknown>): Promise<Sent> {
  const form = await readForm(request);
  const [file, ...others] = form.getAll("file");
  if (others.length > 0 || (typeof file === "string" && file !== "")) throw new Response("Bad request", { status: 400 });
  form.delete("file");
  const { data, errors, values } = parseFields(form, importSchema);
  if (errors) return { again: { errors, values }, init: { status: 422 } };

  try {
    const chosen = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    if (chosen && data.text.trim() !== "") throw unprocessable("references.error.both");
    const brought = { ...data, text: textOf(chosen, data.text) };
    await verb(brought);
    return { data: brought };
  } catch (refusal) {
    return refusedForm(refusal, (reason) => fields[reason] ?? "", values);
  }
}
