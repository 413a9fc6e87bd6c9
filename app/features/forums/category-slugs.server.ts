import { type Language, languages } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { firstFreeSlug } from "~/platform/free-slug.server";
import { slugOf } from "~/platform/slug";

type Names = Record<Language, { name: string; description: string }>;

/** Last parts of addresses below /forums that no name may take. */
const reserved = [
  ...["new", "nouveau", "drafts", "brouillons", "preview", "apercu", "similar", "semblables"],
  ...["names", "noms", "links", "liens", "topics", "themes"],
];

/**
 * Gives a category its names, and the addresses that they ask for, with a number where one is taken. Its older addresses stay its own. The
 * address of an organization's space has a part of its own, so that nobody learns by a number of what others call theirs.
 */
export async function nameCategory(
  tx: Transaction,
  { id: categoryId, organizationId }: { id: string; organizationId: string | null },
  names: Names,
) {
  for (const language of languages) {
    const { name, description } = names[language];
    const wanted = slugOf(name) || (language === "fr" ? "categorie" : "category");
    const slug = await claimSlug(tx, categoryId, language, organizationId ? `${wanted}-${categoryId.slice(-6)}` : wanted);
    const words = { name, description, slug };
    await tx.categoryFace.upsert({
      where: { categoryId_language: { categoryId, language } },
      create: { categoryId, language, ...words },
      update: words,
    });
  }
}

function claimSlug(tx: Transaction, categoryId: string, language: Language, wanted: string): Promise<string> {
  const claim = async (slug: string) => {
    const taken = await tx.categorySlug.createMany({ data: { language, slug, categoryId }, skipDuplicates: true });
    if (taken.count === 1) return true;

    const owner = await tx.categorySlug.findUnique({ where: { language_slug: { language, slug } }, select: { categoryId: true } });
    return owner?.categoryId === categoryId;
  };
  return firstFreeSlug(wanted, claim, reserved);
}
