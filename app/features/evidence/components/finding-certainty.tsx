import type { Finding, Rating } from "~/features/evidence/evidence";
import { type DomainName, domains } from "~/features/evidence/grade";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTold } from "~/i18n/format";

import { Certainty } from "./certainty";
import { type Cited, SourceLinks } from "./source-links";

type Props = { lang: string | undefined } & Cited;

/** How sure one may be of a finding: every rating that it has, and who made it. Those that differ are all told. */
export function FindingCertainty({ finding: { ratings }, ...props }: { finding: Finding } & Props) {
  const t = useTranslation();
  if (ratings.length === 0) return <span className="not-rated">{t("evidence.show.notRated")}</span>;

  const differ = new Set(ratings.map(({ level }) => level)).size > 1;
  return (
    <div className="ratings">
      {differ && <p className="ratings-differ">{t("evidence.show.differ")}</p>}
      {ratings.map((rating) => (
        <div key={`${rating.level} ${rating.by} ${rating.on} ${rating.tool}`}>
          <Certainty level={rating.level} />
          <RatingDetails rating={rating} {...props} />
        </div>
      ))}
    </div>
  );
}

function RatingDetails({ rating, lang, ...cited }: { rating: Rating } & Props) {
  const t = useTranslation();
  const language = useLanguage();
  const facts = [
    { name: "On", value: rating.on && formatTold(rating.on, language) },
    { name: "Tool", value: rating.tool },
    { name: "Note", value: rating.note },
  ] as const;

  return (
    <details className="rating">
      <summary>{rating.by ? t("evidence.show.ratedBy", { by: rating.by }) : t("evidence.show.ratingDetails")}</summary>
      <dl>
        {facts
          .filter(({ value }) => value !== "")
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{t(`evidence.show.rating${name}`)}</dt>
              <dd lang={name === "On" ? undefined : lang}>{value}</dd>
            </div>
          ))}
        {statedIn(rating).map(({ name, answer }) => (
          <div key={name}>
            <dt>{t(`evidence.edit.domain.${name}`)}</dt>
            <dd>{t(`evidence.edit.answer.${answer}`)}</dd>
          </div>
        ))}
        {cited.numbers[rating.reference] && (
          <div>
            <dt>{t("evidence.show.ratingReference")}</dt>
            <dd>
              <SourceLinks keys={[rating.reference]} {...cited} />
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}

type Answer = (typeof domains)[DomainName][number];

/** What a rating states of the domains of GRADE, in their order. */
const statedIn = (rating: Rating) =>
  (Object.keys(domains) as DomainName[]).flatMap((name) => {
    const answer = (domains[name] as readonly Answer[]).find((one) => one === rating[name]);
    return answer ? [{ name, answer }] : [];
  });
