import type { Actor } from "~/features/accounts/actor";
import { belongsTo } from "~/features/accounts/actor";
import { getPlace, type Place } from "~/features/organizations/place.server";
import type { Language } from "~/i18n/languages";
import { authorize, notFound } from "~/platform/errors";

import { may } from "./policy";

/** The organization at an address, for a steward who runs its spaces: for strangers there are none (404), and others of its people may not (403). */
export async function getPlaceOfSpaces(actor: Actor, language: Language, slug: string): Promise<Place> {
  const place = await getPlace(actor, language, slug);
  if (!belongsTo(actor, place.id)) throw notFound();
  authorize(may.runSpaces(actor, place.id));
  return place;
}
