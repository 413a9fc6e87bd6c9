import type { ReactNode } from "react";

import type { PersonPage } from "~/features/people/queries.server";
import { capitalized } from "~/features/people/spoken-languages";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

/** What someone tells of themselves, as far as the viewer may see. A topic leads to all who can talk about it. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const { name, about, topics, organizations, province, languages, email } = person;
  if ([about, topics, organizations, province, languages, email].every(({ length }) => length === 0))
    return <p>{t("people.person.nothing", { name })}</p>;

  return (
    <>
      {topics.length > 0 && (
        <section className="stack stack-small" aria-labelledby="topics">
          <h2 id="topics">{t("people.person.topics")}</h2>
          <ul className="chip-list">
            {topics.map(({ value, label }) => (
              <li key={value}>
                <a className="chip" href={pathTo(language, "people", { topic: value })}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {about.length > 0 && (
        <section className="stack stack-small" aria-labelledby="about">
          <h2 id="about">{t("people.person.about")}</h2>
          <div className="person-about">
            {about.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </section>
      )}
      <dl className="facts facts-wide">
        <Fact name={t("people.person.organizations", { count: organizations.length })}>
          {organizations.length > 0 && (
            <ul className="link-list">
              {organizations.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={pathTo(language, "organization", { slug })}>{name}</a>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t("people.person.province")}>{province}</Fact>
        <Fact name={t("people.person.languages")}>
          {languages.length > 0 &&
            capitalized(
              formatList(
                languages.map(({ name }) => name),
                language,
              ),
            )}
        </Fact>
        <Fact name={t("people.person.email")}>{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
