import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";

import type { Actor } from "./actor";
import { requireActor } from "./require-actor.server";

type Args = Parameters<typeof requireActor>[0];

/**
 * Carries out what a button without any field asks for, and leads on to a page that says so. A visitor is sent to sign in first; a form with
 * anything in it is refused (400), and the verb refuses what it will.
 */
export async function act<Result>(
  args: Args,
  verb: (actor: Actor) => Promise<Result>,
  to: string,
  word: string | ((result: Result) => string),
): Promise<Response> {
  const actor = requireActor(args);
  await parseForm(args.request, noFields);
  const result = await verb(actor);
  const said = typeof word === "string" ? word : word(result);
  return new Response(null, { status: 302, headers: { Location: to, ...(await flash(said)) } });
}
