import type { Actor } from "~/features/accounts/actor";
import { getClaimsDesk } from "~/features/claims/desk.server";
import { getLineageDesk } from "~/features/lineage/desk.server";
import type { Fields } from "~/features/publishing/fields";
import type { Language } from "~/i18n/languages";

export type GuideDesk = Awaited<ReturnType<typeof getGuideDesk>>;

/** What the form of a guide has to know beyond its own fields, for someone who writes on it. */
export async function getGuideDesk(actor: Actor, language: Language, slug: string, { own, body }: Pick<Fields, "own" | "body">) {
  const [claims, lineage] = await Promise.all([getClaimsDesk(actor, language, own), getLineageDesk(language, slug, body)]);
  return { claims, lineage };
}
