import type { Own } from "~/features/publishing/own-fields";
import type { Visibility } from "~/generated/prisma/enums";

/** On which version of its parent a text of an edition rests, under which licence that stands, and who may read that at most (null: anyone). */
export type PinOf = { versionId: string; licence: string; widest: Visibility | null };

/** The pin of a stored text; null where it is no edition's. */
export function pinOf(own: Own = {}): PinOf | null {
  const [versionId, licence = "", widest = ""] = own.pin ?? [];
  return versionId ? { versionId, licence, widest: widest === "" ? null : (widest as Visibility) } : null;
}

/** The same as it is stored. */
export const pinned = ({ versionId, licence, widest }: PinOf): string[] => [versionId, licence, widest ?? ""];
