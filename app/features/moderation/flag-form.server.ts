import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { attempt } from "~/platform/attempt.server";
import type { FormErrors, FormValues } from "~/platform/forms.server";

import { type Flagged, flagThing } from "./flag.server";
import { placeOf } from "./flag-page.server";
import { flagSchema } from "./flag-schema.server";

type Sent =
  | { again: { errors: FormErrors; values: FormValues }; init: ResponseInit }
  | { again?: undefined; to: string; word: "flags.flash.hidden" | "flags.flash.sent" };

/** Reads the form of a report and makes it. What can be mended comes back with what was typed; else says where to go on, and with which words. */
export async function sendFlag(request: Request, actor: Actor, language: Language, thing: Flagged): Promise<Sent> {
  const fieldOf = { "flags.errors.words": "words" };
  const sent = await attempt(request, flagSchema, (form) => flagThing(actor, { ...thing, ...form }, language), fieldOf);
  if (sent.again) return sent;

  const word = sent.result.hasHidden ? "flags.flash.hidden" : "flags.flash.sent";
  return { to: await placeOf(actor, language, thing), word };
}
