import type { JoinedBy } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

import { About } from "./place-page";

type Person = { accountId: string; name: string; isSteward: boolean; isPractitioner: boolean; joinedBy: JoinedBy; joinedAt: string };
type Rights = { mayRun: boolean; mayGrant: boolean; viewerId: string };

/** Who belongs to an organization, with what the viewer can do about each. */
export function PeopleList({ people, slug, ...rights }: { people: Person[]; slug: string } & Rights) {
  const t = useTranslation();

  return (
    <ul className="roster">
      {people.map((person) => (
        <li className="roster-row" key={person.accountId}>
          <div className="stack stack-small">
            <p className="cluster">
              <strong className="roster-name">{person.name}</strong>
              {person.accountId === rights.viewerId && <Badge tone="outline">{t("membership.people.you")}</Badge>}
              {person.isSteward && <Badge tone="brand">{t("membership.steward")}</Badge>}
              {person.isPractitioner && <Badge tone="accent">{t("membership.practitioner")}</Badge>}
            </p>
            <p className="meta-line">
              <span>
                {t("membership.since")} <Time at={person.joinedAt} />
              </span>
              <span>{t(`membership.joinedBy.${person.joinedBy}`)}</span>
            </p>
          </div>
          {person.accountId === rights.viewerId ? (
            <OwnSteps person={person} slug={slug} mayRun={rights.mayRun} />
          ) : (
            rights.mayRun && <Steps person={person} slug={slug} mayGrant={rights.mayGrant} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Steps({ person, slug, mayGrant }: { person: Person; slug: string; mayGrant: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { name, accountId } = person;
  const to = { slug, person: accountId };

  return (
    <div className="roster-steps">
      {person.isSteward ? (
        <ButtonLink variant="quiet" small href={pathTo(language, "stewardshipEnd", to)}>
          <About label={t("membership.people.dismiss")} whom={name} />
        </ButtonLink>
      ) : (
        <form method="post" action={pathTo(language, "stewardship", to)}>
          <Button variant="quiet" small>
            <About label={t("membership.people.appoint")} whom={name} />
          </Button>
        </form>
      )}
      {mayGrant && !person.isPractitioner && (
        <ButtonLink variant="quiet" small href={pathTo(language, "practitionerGrant", { slug, id: accountId })}>
          <About label={t("membership.people.makePractitioner")} whom={name} />
        </ButtonLink>
      )}
      {mayGrant && person.isPractitioner && (
        <ButtonLink variant="quiet" small href={pathTo(language, "practitionerRemoval", { slug, id: accountId })}>
          <About label={t("membership.people.endPractitioner")} whom={name} />
        </ButtonLink>
      )}
      <ButtonLink variant="quiet" small href={pathTo(language, "personRemoval", to)}>
        <About label={t("membership.people.remove")} whom={name} />
      </ButtonLink>
    </div>
  );
}

function OwnSteps({ person, slug, mayRun }: { person: Person; slug: string; mayRun: boolean }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="roster-steps">
      {person.isSteward && mayRun && (
        <ButtonLink variant="quiet" small href={pathTo(language, "stewardshipEnd", { slug, person: person.accountId })}>
          {t("membership.people.stepDown")}
        </ButtonLink>
      )}
      <ButtonLink variant="quiet" small href={pathTo(language, "departure", { slug })}>
        {t("membership.people.leave")}
      </ButtonLink>
    </div>
  );
}
