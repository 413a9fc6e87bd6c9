import type { ReactNode } from "react";

import type { Answer, OrganizationStatus } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";

import { StatusBadge } from "./organization-search";
import { ApplicationState } from "./own-applications";

type Organization = {
  id: string;
  status: OrganizationStatus;
  kind: string;
  place: string;
  sourceUrl: string | null;
  joinedAt: string | null;
  closedAt: string | null;
  faces: { language: Language; name: string; about: string; site: string | null }[];
  mergedInto: { id: string; name: string } | null;
  counts: { members: number; contributions: number };
};

/** What is known of an organization, for who decides about it. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const t = useTranslation();
  const language = useLanguage();
  const { status, kind, place, sourceUrl, joinedAt, closedAt, faces, mergedInto, counts } = organization;
  const said = faces.filter((face) => face.about).sort((a, b) => Number(b.language === language) - Number(a.language === language))[0];
  const site = faces.find((face) => face.language === language)?.site;

  return (
    <dl className="facts facts-wide">
      <Fact name={t("applications.decide.status")}>
        <StatusBadge status={status} />
      </Fact>
      <Fact name={t("applications.decide.names")}>
        <ul className="fact-list">
          {faces.map((face) => (
            <li key={face.language} lang={face.language}>
              {face.name}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name={t("applications.decide.kind")}>{kind}</Fact>
      {place && <Fact name={t("applications.decide.place")}>{place}</Fact>}
      {site && <Fact name={t("applications.decide.site")}>{<Away href={site} />}</Fact>}
      {said && (
        <Fact name={t("applications.decide.about")}>
          <span lang={said.language}>{said.about}</span>
        </Fact>
      )}
      {sourceUrl && <Fact name={t("applications.decide.source")}>{<Away href={sourceUrl} />}</Fact>}
      {joinedAt && <Fact name={t("applications.decide.joined")}>{<Time at={joinedAt} />}</Fact>}
      {closedAt && <Fact name={t("applications.decide.closed")}>{<Time at={closedAt} />}</Fact>}
      {mergedInto && (
        <Fact name={t("applications.decide.mergedInto")}>
          <a href={pathTo(language, "adminOrganization", { id: mergedInto.id })}>{mergedInto.name}</a>
        </Fact>
      )}
      {joinedAt && <Fact name={t("applications.decide.people")}>{counts.members}</Fact>}
      {joinedAt && <Fact name={t("applications.decide.texts")}>{counts.contributions}</Fact>}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Away = ({ href }: { href: string }) => (
  <a href={href} rel="nofollow noopener">
    {href}
  </a>
);

type Application = {
  id: string;
  message: string;
  askedAt: string;
  answer: Answer | null;
  decidedAt: string | null;
  note: string;
  applicant: { name: string; domain: string } | null;
  decider: string | null;
};

/** One application, all that was said about it, and, where it is open, the way to an answer. */
export function ApplicationToDecide({ application, id, mayDecide }: { application: Application; id: string; mayDecide: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { message, askedAt, answer, decidedAt, note, applicant, decider } = application;

  return (
    <li className="card">
      <h3 className="card-title">{applicant ? t("applications.decide.applicant", applicant) : t("applications.decide.applicantGone")}</h3>
      <p className="cluster">
        <ApplicationState answer={answer} />
        <span className="field-hint">
          {t("applications.decide.asked")} <Time at={askedAt} withTime />
          {decidedAt && (
            <>
              , {t("applications.decide.decided")} <Time at={decidedAt} withTime />
            </>
          )}{" "}
          {decider && t("applications.decide.by", { name: decider })}
        </span>
      </p>
      <blockquote className="quoted">{message}</blockquote>
      {note && <p className="written">{note}</p>}
      {answer === null && mayDecide && (
        <>
          {applicant && <p className="field-hint">{t("applications.decide.approveHint", { name: applicant.name })}</p>}
          <div className="button-row">
            {applicant && (
              <form method="post" action={pathTo(language, "adminOrganizationApproval", { id })}>
                <input type="hidden" name="application" value={application.id} />
                <Button>{t("applications.decide.approve")}</Button>
              </form>
            )}
            <ButtonLink variant="secondary" href={pathTo(language, "adminOrganizationRefusal", { id, application: application.id })}>
              {t("applications.decide.decline")}
            </ButtonLink>
          </div>
        </>
      )}
      {answer === null && !mayDecide && <Notice title={t("applications.decide.own")}>{t("applications.decide.ownHint")}</Notice>}
    </li>
  );
}
