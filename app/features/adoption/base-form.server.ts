import { parseForm } from "~/platform/forms.server";

import { baseSchema } from "./schema.server";

/** Reads a form that holds nothing but what was said last when it was drawn, and gives that to a verb. What is none of our forms is refused (400). */
export async function sendBase(request: Request, verb: (base: string) => Promise<void>) {
  const { data } = await parseForm(request, baseSchema);
  if (!data) throw new Response("Bad request", { status: 400 });
  await verb(data.base);
}
