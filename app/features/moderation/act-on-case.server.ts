import type { Actor } from "~/features/accounts/actor";
import { requireActor } from "~/features/accounts/require-actor.server";
import type { Language } from "~/i18n/languages";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

import { caseVersionSchema } from "./schema.server";

type Place = { params: Record<string, string | undefined>; context: { language: Language } };

/** The page of the case that an address names. */
export const caseOf = ({ params, context }: Place): string => pathTo(context.language, "moderationCase", { id: idParam(params) });

/** Carries out what a button about a case asks for, and leads back to its page, which says so. The verb refuses what it will. */
export async function actOnCase(
  args: Place & Parameters<typeof requireActor>[0],
  verb: (actor: Actor, id: string, version: number) => Promise<unknown>,
  word: string,
): Promise<Response> {
  const actor = requireActor(args);
  const { data, errors } = await parseForm(args.request, caseVersionSchema);
  if (errors) throw unprocessable("site.form.invalid");

  await verb(actor, idParam(args.params), data.version);
  return new Response(null, { status: 302, headers: { Location: caseOf(args), ...(await flash(word)) } });
}
