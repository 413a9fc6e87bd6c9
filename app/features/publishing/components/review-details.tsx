import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import { type Details, detailNames } from "~/features/publishing/fields";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";

/** What a submission says about itself. What was left open is named too. */
export function ReviewDetails({ details, labels }: { details: Details; labels: ChoiceLabels }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <dl className="facts facts-wide">
      {detailNames.map((name) => {
        const chosen = [details[name]].flat().map((key) => labels[name][key] ?? key);
        return (
          <div key={name}>
            <dt>{t(`publishing.field.${name}`)}</dt>
            <dd>{chosen.length > 0 ? formatList(chosen, language) : t("reviews.review.none")}</dd>
          </div>
        );
      })}
    </dl>
  );
}
