import type { z } from "zod";

import { attempt } from "~/platform/attempt.server";
import { refusalOf } from "~/platform/errors";
import { type FormErrors, type FormValues, parseForm } from "~/platform/forms.server";

type Attempted<Schema extends z.ZodObject, Result> =
  | Awaited<ReturnType<typeof attempt<Schema, Result>>>
  | { again: { errors: FormErrors; values: FormValues }; init: ResponseInit };

/** Reads a form about a case and gives it to a verb. What comes too late (409) comes back with what was typed, too. */
export async function attemptOrLate<Schema extends z.ZodObject, Result>(
  request: Request,
  schema: Schema,
  verb: (data: z.output<Schema>) => Promise<Result>,
  fields: Record<string, string> = {},
): Promise<Attempted<Schema, Result>> {
  const copy = request.clone();
  try {
    return await attempt(request, schema, verb, fields);
  } catch (refusal) {
    const reason = await refusalOf(refusal, 409);
    const { values } = await parseForm(copy, schema);
    return { again: { errors: { [fields[reason] ?? ""]: [reason] }, values }, init: { status: 409 } };
  }
}
