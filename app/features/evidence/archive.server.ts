import type { PartOf } from "~/features/accounts/archive.server";
import type { Entry } from "~/platform/archive";
import { db } from "~/platform/db.server";

import type { CslItem } from "./csl";

const AT_ONCE = 500;

/** The references that this person added to summaries, and the bibliographies that they brought and have not taken over. */
export const evidencePart: PartOf = async ({ id }) => {
  const imports = await db.referenceImport.findMany({
    where: { accountId: id },
    orderBy: { createdAt: "asc" },
    select: { format: true, total: true, createdAt: true, text: true },
  });
  return {
    facts: { referenceImports: imports.map(({ text, ...one }) => ({ ...one, text: { body: text ?? "" } })) },
    lists: { references: referencesOf(id) },
  };
};

async function* referencesOf(adderId: string): AsyncGenerator<Entry> {
  for (let after = ""; ; ) {
    const references = await db.reference.findMany({
      where: { adderId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, key: true, csl: true, doi: true, createdAt: true },
    });
    for (const { key, csl, doi, createdAt } of references)
      yield { row: { name: key, title: (csl as unknown as CslItem).title ?? "", doi: doi ?? "", createdAt } };
    if (references.length < AT_ONCE) return;
    after = references.at(-1)?.id ?? "";
  }
}
