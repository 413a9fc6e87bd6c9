import { textNames } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { formNames } from "~/features/publishing/own-fields";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useTranslation } from "~/i18n/context";

/** What each field of the form of a kind is called, groups of rows included. */
export function useFieldLabels(): Record<string, string> {
  const t = useTranslation();
  const word = useWord();
  const { details, own } = shapes[useKind()];
  const names = [...textNames, ...details, ...formNames(own), ...Object.keys(own.rows), ...own.kept];

  return Object.fromEntries(
    names.map((name) => [name, name === "summary" ? t(word("publishing.field.summary")) : t(`publishing.field.${name as "title"}`)]),
  );
}
