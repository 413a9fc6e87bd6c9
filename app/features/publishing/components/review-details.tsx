import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import type { Details } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { keyIn } from "~/features/publishing/own-fields";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";

import { useFieldLabels } from "./field-labels";

/** What a submission says about itself. What was left open is named too. */
export function ReviewDetails({ details, labels }: { details: Details; labels: ChoiceLabels }) {
  const t = useTranslation();
  const language = useLanguage();
  const names = useFieldLabels();
  const { details: shared, own } = shapes[useKind()];
  const facts = [
    ...shared.map((name) => ({ name, values: [details[name]].flat() })),
    ...own.facts.map((name) => ({ name, values: (details.own?.[name] ?? []).map(own.kept.includes(name) ? keyIn : (value) => value) })),
  ];

  return (
    <dl className="facts facts-wide">
      {facts.map(({ name, values }) => (
        <div key={name}>
          <dt>{names[name]}</dt>
          <dd>
            {values.length > 0
              ? formatList(
                  values.map((value) => labels[name]?.[value] ?? value),
                  language,
                )
              : t("reviews.review.none")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
