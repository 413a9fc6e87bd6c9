import { studyTypes } from "~/features/evidence/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";

/** The types of studies that a summary draws on, in one line and in the order of the list to choose from. */
export function StudyTypes({ types }: { types: string[] }) {
  const t = useTranslation();
  const language = useLanguage();
  const known = studyTypes.filter((type) => types.includes(type));
  const [first = "", ...others] = known.map((type) => t(`evidence.studyType.${type}`));

  return formatList([first, ...others.map((label) => label.toLocaleLowerCase(language))], language);
}
