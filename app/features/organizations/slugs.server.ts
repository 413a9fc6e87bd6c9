import { randomInt } from "node:crypto";

import { type Language, languages } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { slugOf } from "~/platform/slug";

/** Last parts of addresses below /organizations that no name may take. */
const reserved = ["new", "nouveau", "mine", "les-miens"];

/** Beyond this many of one name, figures by chance: nobody can use up the addresses of a name. */
const MOST_IN_ORDER = 20;
const MOST_TRIES = 40;

/** Gives an organization the address that its name asks for in a language, with a number where that is taken. Its older addresses stay its own. */
export async function claimOrganizationSlug(tx: Transaction, organizationId: string, language: Language, name: string): Promise<string> {
  const wanted = slugOf(name) || "organization";
  for (let count = reserved.includes(wanted) ? 2 : 1; count < MOST_TRIES; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count <= MOST_IN_ORDER ? count : randomInt(1_000, 1_000_000_000)}`;
    const taken = await tx.organizationSlug.createMany({ data: { language, slug, organizationId }, skipDuplicates: true });
    if (taken.count === 1) return slug;

    const owner = await tx.organizationSlug.findUnique({ where: { language_slug: { language, slug } }, select: { organizationId: true } });
    if (owner?.organizationId === organizationId) return slug;
  }
  throw new Error(`No address is left for the name of organization ${organizationId}.`);
}

/** Takes the addresses from an organization that never came to be, so that its name is free for others. It keeps one that nobody asks for. */
export async function freeOrganizationSlugs(tx: Transaction, organizationId: string) {
  const slug = `organization-${organizationId}`;
  await tx.organizationSlug.deleteMany({ where: { organizationId } });
  await tx.organizationSlug.createMany({ data: languages.map((language) => ({ language, slug, organizationId })) });
  await tx.organizationFace.updateMany({ where: { organizationId }, data: { slug } });
}

/** How to look an address up: of this language, or else of the other, so that a link between the languages never leads nowhere. */
export const atAddress = (language: Language, slug: string) => ({
  where: { slug, language: { in: [...languages] } },
  orderBy: { language: language === "en" ? ("asc" as const) : ("desc" as const) },
});
