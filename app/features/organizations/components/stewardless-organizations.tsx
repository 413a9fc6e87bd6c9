import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

type Stewardless = { id: string; name: string; slug: string; people: number; joinedAt: string | null };

/** Organizations that nobody runs, each with the way to do something about it. */
export function StewardlessOrganizations({ organizations }: { organizations: Stewardless[] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (organizations.length === 0) return null;

  return (
    <ul className="queue">
      {organizations.map(({ id, name, slug, people, joinedAt }) => (
        <li className="queue-item" key={id}>
          <div className="stack stack-small">
            <h3 className="card-title">
              <a href={pathTo(language, "organizationPeople", { slug })}>{name}</a>
            </h3>
            <p className="meta-line">
              <span>{t("applications.orphans.people", { count: people })}</span>
              {joinedAt && (
                <span>
                  {t("applications.orphans.since")} <Time at={joinedAt} />
                </span>
              )}
            </p>
          </div>
          <ButtonLink
            variant="secondary"
            href={pathTo(language, "adminOrganization", { id })}
            aria-label={`${t("applications.orphans.manage")} – ${name}`}
          >
            {t("applications.orphans.manage")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
