import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

import type { Scope } from "./policy";

/** What a moderator looks after. */
export async function scopeOf(tx: Transaction, { id }: Pick<Actor, "id">): Promise<Scope> {
  const rows = await tx.moderatorScope.findMany({ where: { accountId: id }, select: { kind: true, value: true } });
  const valuesOf = (kind: "LANGUAGE" | "CATEGORY" | "ORGANIZATION") => rows.flatMap((row) => (row.kind === kind ? row.value : []));

  return { languages: valuesOf("LANGUAGE") as Language[], categoryIds: valuesOf("CATEGORY"), organizationIds: valuesOf("ORGANIZATION") };
}
