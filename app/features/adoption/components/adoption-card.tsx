import type { AdoptionCard as Adoption } from "~/features/adoption/list.server";
import { languagesInWords } from "~/features/organizations/languages-of-service";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

import { type Options, StageBadge, wordsOf } from "./adoption-words";

/** An adoption in the list: who does what a guide says, where, since when, what is different there, and whom to ask. */
export function AdoptionCard({ adoption, options }: { adoption: Adoption; options: Pick<Options, "province" | "setting" | "population"> }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, organization, organizationSlug, guide, edition, contact, note, reason } = adoption;
  const place = [adoption.region, ...wordsOf([adoption.province], options.province)].filter(Boolean).join(", ");
  const langOf = (text: { language: string }) => (text.language === language ? undefined : text.language);

  return (
    <Card
      title={organization}
      href={pathTo(language, "organization", { slug: organizationSlug })}
      above={
        <p className="badge-list">
          <StageBadge stage={adoption.stage} />
          {adoption.isUnconfirmed && (
            <Badge tone="warning">{t("adoption.card.unconfirmed", { date: formatDate(adoption.saidOn, language) })}</Badge>
          )}
          {!adoption.isNamed && <Badge tone="outline">{t("adoption.card.unnamed")}</Badge>}
        </p>
      }
    >
      <p>
        {t("adoption.card.version", { number: adoption.version })}{" "}
        <a href={pathTo(guide.language, "practice", { slug: guide.slug })} lang={langOf(guide)}>
          {guide.title}
        </a>
      </p>
      <p className="meta-line">
        <span>{place}</span>
        <span>{t("adoption.card.since", { date: formatDate(adoption.since, language) })}</span>
        {adoption.settings.length > 0 && (
          <span>{t("adoption.card.settings", { settings: wordsOf(adoption.settings, options.setting).join(", ") })}</span>
        )}
        {adoption.populations.length > 0 && (
          <span>{t("adoption.card.populations", { populations: wordsOf(adoption.populations, options.population).join(", ") })}</span>
        )}
        {adoption.languages.length > 0 && (
          <span>{t("organizations.card.languages", { languages: languagesInWords(adoption.languages, language) })}</span>
        )}
      </p>
      {reason && (
        <p className="written">
          <strong>{t("adoption.card.stopped")}</strong> {reason}
        </p>
      )}
      {note && (
        <p className="written">
          <strong>{t("adoption.card.changed")}</strong> {note}
        </p>
      )}
      <p className="meta-line">
        {edition && (
          <span>
            {t("adoption.card.edition")}{" "}
            <a href={pathTo(edition.language, "practice", { slug: edition.slug })} lang={langOf(edition)}>
              {edition.title}
            </a>
          </span>
        )}
        {contact && (
          <span>
            {t("adoption.card.ask")} <a href={pathTo(language, "person", { slug: contact.slug })}>{contact.name}</a>
          </span>
        )}
        <span>
          <a href={pathTo(language, "adoption", { id })}>
            {t("adoption.card.more")}
            <span className="visually-hidden"> {t("adoption.card.moreOf", { guide: guide.title, organization })}</span>
          </a>
        </span>
      </p>
    </Card>
  );
}
