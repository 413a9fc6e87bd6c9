import type { ReactNode } from "react";

import type { OrganizationPage } from "~/features/organizations/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** What there is to know about an organization at a glance. Each choice leads to the others that share it. */
export function OrganizationFacts({ organization }: { organization: OrganizationPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, city, province, regions, languages, populations, site, contact } = organization;
  const to = (values: Record<string, string>) => pathTo(language, "organizations", values);

  return (
    <dl className="facts">
      <Fact name={t("organizations.page.kind")}>
        <a href={to({ kind })}>{t(`organizations.kinds.${kind}`)}</a>
      </Fact>
      <Fact name={t("organizations.page.place")}>
        {city && `${city}, `}
        {province ? (
          <a href={to({ province: province.key })}>{province.label}</a>
        ) : (
          <a href={to({ province: "national" })}>{t("organizations.national")}</a>
        )}
      </Fact>
      {regions && (
        <Fact name={t("organizations.page.regions")}>
          <span className="as-typed" lang={regions.language}>
            {regions.text}
          </span>
        </Fact>
      )}
      <Choices name={t("organizations.page.languages")} choices={languages} to={(value) => to({ language: value })} />
      <Choices name={t("organizations.page.populations")} choices={populations} to={(value) => to({ population: value })} />
      {site && (
        <Fact name={t("organizations.page.site")}>
          <a className="site-link" href={site} rel="ugc nofollow noopener">
            {new URL(site).hostname.replace(/^www\./, "")}
          </a>
        </Fact>
      )}
      {contact && (
        <Fact name={t("organizations.page.contact")}>
          <ul className="fact-list">
            {contact.email && (
              <li>
                <a className="site-link" href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              </li>
            )}
            {contact.phone && (
              <li>
                <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>{contact.phone}</a>
              </li>
            )}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

/** What an organization does, in its own words: in the other language where that is all there is. */
export function OrganizationAbout({ about }: { about: OrganizationPage["about"] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack">
      <h2>{t("organizations.page.about")}</h2>
      {about ? (
        <p className="written" lang={about.language}>
          {about.text}
        </p>
      ) : (
        <p>{t("organizations.page.nothing")}</p>
      )}
      {about && about.language !== language && <p className="field-hint">{t(`organizations.page.onlyIn.${about.language}`)}</p>}
    </section>
  );
}

type ListProps = { name: string; choices: { value: string; label: string }[]; to: (value: string) => string };

const Choices = ({ name, choices, to }: ListProps) =>
  choices.length === 0 ? null : (
    <Fact name={name}>
      <ul className="fact-list">
        {choices.map(({ value, label }) => (
          <li key={value}>
            <a href={to(value)}>{label}</a>
          </li>
        ))}
      </ul>
    </Fact>
  );

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
