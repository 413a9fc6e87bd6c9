import { type Language, languages } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { firstFreeSlug } from "~/platform/free-slug.server";
import { slugOf } from "~/platform/slug";

/** Last parts of addresses below /organizations that no name may take. */
const reserved = ["new", "nouveau", "mine", "les-miens"];

/** Gives an organization the address that its name asks for in a language, with a number where that is taken. Its older addresses stay its own. */
export async function claimOrganizationSlug(tx: Transaction, organizationId: string, language: Language, name: string): Promise<string> {
  const claim = async (slug: string) => {
    const taken = await tx.organizationSlug.createMany({ data: { language, slug, organizationId }, skipDuplicates: true });
    if (taken.count === 1) return true;

    const owner = await tx.organizationSlug.findUnique({ where: { language_slug: { language, slug } }, select: { organizationId: true } });
    return owner?.organizationId === organizationId;
  };
  return firstFreeSlug(slugOf(name) || "organization", claim, reserved);
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
