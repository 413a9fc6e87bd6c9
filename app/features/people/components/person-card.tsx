import type { PersonCard as Person } from "~/features/people/person-row.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

import { Portrait } from "./portrait";

/** A person in a list, as far as they show themselves to the viewer. */
export function PersonCard({ person, level = "h3" }: { person: Person; level?: "h2" | "h3" }) {
  const t = useTranslation();
  const language = useLanguage();
  const { name, slug, photo, pronouns, position, province, languages, topics, organizations, isSelf } = person;
  const place = [...organizations.map((organization) => organization.name), province].filter(Boolean);

  return (
    <Card
      title={name}
      href={pathTo(language, "person", { slug })}
      level={level}
      whole
      className="person-card"
      above={<Portrait name={name} photo={photo} />}
    >
      {(position || pronouns || isSelf) && (
        <p className="person-line">
          {position}
          {pronouns && <span className="person-pronouns">{position ? ` (${pronouns})` : pronouns}</span>}
          {isSelf && <Badge tone="outline">{t("people.card.you")}</Badge>}
        </p>
      )}
      {place.length > 0 && (
        <p className="meta-line">
          {place.map((each) => (
            <span key={each}>{each}</span>
          ))}
        </p>
      )}
      {languages.length > 0 && (
        <p className="person-languages">
          {t("people.card.languages", {
            languages: formatList(
              languages.map((each) => each.name),
              language,
            ),
          })}
        </p>
      )}
      {topics.length > 0 && (
        <ul className="badge-list">
          {topics.map(({ value, label }) => (
            <li key={value}>
              <Badge tone="brand">{label}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
