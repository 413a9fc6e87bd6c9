import type { RowWords } from "~/features/publishing/components/editor-rows";
import { useTranslation } from "~/i18n/context";

/** What is said of the rows of findings and of ratings. */
export function useRowWords(group: "findings" | "ratings", most: number): RowWords {
  const t = useTranslation();
  const one = group === "findings" ? "finding" : "rating";
  return {
    legend: t(`evidence.edit.${group}`),
    hint: t(`evidence.edit.${group}Hint`),
    add: t(group === "findings" ? "evidence.edit.addFinding" : "evidence.edit.addRating"),
    full: t(`evidence.edit.full.${group}`, { count: most }),
    title: (number) => t(`evidence.edit.${one}`, { number }),
    named: (number) => t(`evidence.edit.named.${group}`, { number }),
    added: (number) => t(`evidence.edit.added.${group}`, { number }),
    removed: (number) => t(`evidence.edit.removed.${group}`, { number }),
    moved: (number) => t(`evidence.edit.moved.${group}`, { number }),
  };
}
