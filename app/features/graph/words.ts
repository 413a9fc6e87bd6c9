import type { Language } from "~/i18n/languages";
import type { Translate } from "~/i18n/translate";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

import type { Neighbour, Relation } from "./graph";

/** What the evidence says in all sections that rest on it, in one word: `VARIED` where they differ. Null where it is no question of evidence. */
export type Saying = "SUPPORTS" | "MIXED" | "CONTRADICTS" | "VARIED" | null;

export function sayingOf({ stances }: Pick<Neighbour, "stances">): Saying {
  const [first] = stances;
  if (first === undefined || first === "NONE") return null;
  return stances.length > 1 ? "VARIED" : first;
}

/** What a neighbour is called, in the drawing as in the list. */
export const nameOf = (t: Translate, { title, number }: Pick<Neighbour, "title" | "number">): string =>
  number === null ? title : t("graph.version", { number });

/** What it is to what stands in the middle, in few words. */
export function tagOf(t: Translate, language: Language, relation: Relation, neighbour: Neighbour): string {
  const saying = sayingOf(neighbour);
  if (neighbour.isRetired) return t("graph.tags.retired");
  const date = neighbour.publishedOn ? formatDate(neighbour.publishedOn, language) : "";
  return t(`graph.tags.${relation}`, { date, stance: saying ? t(`graph.stances.${saying}`) : "" });
}

/** Where one reads it. */
export const pathOf = ({ kind, language, slug, number }: Pick<Neighbour, "kind" | "language" | "slug" | "number">): string =>
  kind === "version" ? pathTo(language, "summaryVersion", { slug, number: number ?? 1 }) : pathTo(language, kind, { slug });
