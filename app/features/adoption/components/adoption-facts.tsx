import type { AdoptionPage } from "~/features/adoption/page.server";
import { languagesInWords } from "~/features/organizations/languages-of-service";
import { Fact } from "~/features/publishing/components/facts";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate, formatNumber } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

import { type Options, StageBadge, wordsOf } from "./adoption-words";

type Props = {
  page: AdoptionPage;
  now: AdoptionPage["events"][number];
  since: string | null;
  options: Pick<Options, "province" | "setting" | "population">;
};

/** What an organization says of its adoption, as it stands on the day that is shown. What it does not say has no line. */
export function AdoptionFacts({ page, now, since, options }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { organization, guide, province, region, contact } = page;
  const lines = [
    { name: t("adoption.page.settings"), value: wordsOf(now.settings, options.setting).join(", ") },
    { name: t("adoption.page.populations"), value: wordsOf(now.populations, options.population).join(", ") },
    { name: t("adoption.page.languages"), value: languagesInWords(now.languages, language) },
    {
      name: t("adoption.page.people"),
      value: now.isFew ? t("adoption.page.fewPeople") : now.peopleReached === null ? "" : formatNumber(now.peopleReached, language),
    },
    { name: t("adoption.page.staff"), value: now.staff === null ? "" : formatNumber(Number(now.staff), language) },
    { name: t("adoption.page.reason"), value: now.reason },
    { name: t("adoption.page.note"), value: now.note },
  ];

  return (
    <dl className="facts facts-wide">
      <Fact name={t("adoption.page.stage")}>
        <StageBadge stage={now.stage} /> {since && t("adoption.page.since", { date: formatDate(since, language) })}
      </Fact>
      <Fact name={t("adoption.page.guide")}>
        {guide ? (
          <a
            href={pathTo(guide.language, "practice", { slug: guide.slug })}
            lang={guide.language === language ? undefined : guide.language}
          >
            {guide.title}
          </a>
        ) : (
          t("adoption.page.guideGone")
        )}
      </Fact>
      <Fact name={t("adoption.page.version")}>{t(`adoption.form.versionIn.${now.version.language}`, { number: now.version.number })}</Fact>
      <Fact name={t("adoption.page.organization")}>
        <a href={pathTo(language, "organization", { slug: organization.slug })}>{organization.name}</a>
      </Fact>
      <Fact name={t("adoption.page.place")}>
        {wordsOf([province], options.province).join("")}
        <span className="fact-hint">{region || t("adoption.page.whole")}</span>
      </Fact>
      {lines
        .filter(({ value }) => value !== "")
        .map(({ name, value }) => (
          <Fact key={name} name={name}>
            <span className="written">{value}</span>
          </Fact>
        ))}
      {contact && (
        <Fact name={t("adoption.page.contact")}>
          <a href={pathTo(language, "person", { slug: contact.slug })}>{contact.name}</a>
        </Fact>
      )}
    </dl>
  );
}
