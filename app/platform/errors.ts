/**
 * The few ways in which the portal says no. Each is a plain web Response, so that a verb can
 * throw it from any depth, a page shows it in its error boundary, and no one translates between.
 */
export const notFound = () => new Response("Not found", { status: 404 });

/** The reason, where there is one to tell, is a key of the dictionary. */
export const forbidden = (reason = "Forbidden") => new Response(reason, { status: 403 });

/** The request was sound, but the thing has moved on since the page was drawn. The reason is a key of the dictionary. */
export const conflict = (reason: string) => new Response(reason, { status: 409 });

/** It was there once, and is no more. The reason is a key of the dictionary. */
export const gone = (reason: string) => new Response(reason, { status: 410 });

/** What was sent cannot be taken. The reason is a key of the dictionary. */
export const unprocessable = (reason: string) => new Response(reason, { status: 422 });

const NO_WORDS = "Too many requests";

/** Too many in too short a time; `seconds` until it is worth trying again. The reason is keys of the dictionary, where there is more to say. */
export const tooMany = (seconds: number, reason = NO_WORDS) =>
  new Response(reason, { status: 429, headers: { "Retry-After": String(Math.max(1, Math.ceil(seconds))) } });

/** The reason that a refusal gives for the reader, or the general one where it is a 429 without words of its own. */
export async function reasonFor(refusal: Response, tooOften: string): Promise<string> {
  const reason = await refusal.text();
  return refusal.status === 429 && reason === NO_WORDS ? tooOften : reason;
}

/** Too much at once for this machine; soon over. */
export const unavailable = () => new Response("Service unavailable", { status: 503, headers: { "Retry-After": "5" } });

export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw forbidden();
}

export function found<T>(thing: T | null | undefined): T {
  if (thing == null) throw notFound();
  return thing;
}

/** The reason that a refusal of this status gives, to show it beside the form. Whatever else was thrown is thrown on. */
export async function refusalOf(error: unknown, status: 409 | 422): Promise<string> {
  if (error instanceof Response && error.status === status) return error.text();
  throw error;
}
