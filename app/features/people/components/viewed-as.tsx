import type { PersonPage, Preview } from "~/features/people/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

const views = [null, "everyone", "members"] as const;

const hidden = { everyone: "people.person.own.hiddenEveryone", members: "people.person.own.hiddenMembers" } as const;

/** To the owner of a page: through whose eyes they see it, and the ways to the other views and to the form. */
export function ViewedAs({ person, as }: { person: PersonPage; as: Preview | null }) {
  const t = useTranslation();
  const language = useLanguage();
  const { slug, isHidden } = person;

  return (
    <Notice title={t("people.person.own.title")}>
      <p>{isHidden && as ? t(hidden[as]) : t(`people.person.own.${as ?? "self"}`)}</p>
      <nav aria-label={t("people.person.own.label")}>
        <ul className="chip-list">
          {views.map((view) => (
            <li key={view}>
              <a
                className="chip"
                href={pathTo(language, "person", { slug, as: view ?? undefined })}
                aria-current={view === as ? "page" : undefined}
              >
                {t(`people.person.own.views.${view ?? "self"}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a href={pathTo(language, "profileSettings")}>{t("people.person.own.edit")}</a>
      </p>
    </Notice>
  );
}
