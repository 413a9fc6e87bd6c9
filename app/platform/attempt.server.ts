import type { z } from "zod";

import { reasonFor } from "./errors";
import { type FormErrors, type FormValues, parseForm } from "./forms.server";

type Attempt<Data, Result> =
  | { again: { errors: FormErrors; values: FormValues }; init: ResponseInit }
  | { again?: undefined; data: Data; result: Result };

/**
 * Reads a form and gives it to a verb. What the person can mend (422) or wait for (429) comes back as faults of the form, with
 * what was typed, but never a password. `fields` tells which field a verb's refusal belongs to; other refusals belong to the whole form.
 */
export async function attempt<Schema extends z.ZodObject, Result>(
  request: Request,
  schema: Schema,
  verb: (data: z.output<Schema>) => Promise<Result>,
  fields: Record<string, string> = {},
): Promise<Attempt<z.output<Schema>, Result>> {
  const form = await parseForm(request, schema);
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !/password/i.test(name)));
  if (form.errors) return { again: { errors: form.errors, values }, init: { status: 422 } };

  try {
    return { data: form.data, result: await verb(form.data) };
  } catch (refusal) {
    return refusedForm(refusal, (reason) => fields[reason] ?? "", values);
  }
}

/** A form that comes back because a verb refused what was in it (422), or had too much of it (429). Whatever else was thrown is thrown on. */
export async function refusedForm(
  refusal: unknown,
  fieldOf: (reason: string) => string,
  values: FormValues = {},
): Promise<{ again: { errors: FormErrors; values: FormValues }; init: ResponseInit }> {
  if (!(refusal instanceof Response) || ![422, 429].includes(refusal.status)) throw refusal;
  const reason = await reasonFor(refusal, "site.error.tooMany.text");
  return {
    again: { errors: { [fieldOf(reason)]: [reason] }, values },
    init: { status: refusal.status, headers: retryAfter(refusal.headers) },
  };
}

/** For a page's `headers`: says when to try again, which Remix would otherwise leave out. Nothing of an account is kept by a cache. */
export const formHeaders = ({ actionHeaders }: { actionHeaders: Headers }) => ({
  "Cache-Control": "no-store",
  ...retryAfter(actionHeaders),
});

/** Of these headers the one that says when to try again. */
export function retryAfter(headers: Headers): Record<string, string> {
  const seconds = headers.get("Retry-After");
  return seconds ? { "Retry-After": seconds } : {};
}
