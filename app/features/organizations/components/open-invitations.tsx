import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

import { About } from "./place-page";

type Invitation = {
  id: string;
  email: string;
  name: string;
  language: Language;
  isSteward: boolean;
  isPractitioner: boolean;
  inviter: string | null;
  invitedAt: string;
  expiresAt: string;
  isOver: boolean;
};

/** The invitations that nobody has taken yet, each to be sent again or taken back. */
export function OpenInvitations({ invitations, slug }: { invitations: Invitation[]; slug: string }) {
  const t = useTranslation();

  return (
    <ul className="roster">
      {invitations.map((invitation) => (
        <li className="roster-row" key={invitation.id}>
          <div className="stack stack-small">
            <p className="cluster">
              <strong className="roster-name">{invitation.email}</strong>
              {invitation.name && <span>{invitation.name}</span>}
              {invitation.isOver && <Badge tone="warning">{t("membership.people.over")}</Badge>}
              {invitation.isSteward && <Badge tone="brand">{t("membership.people.asSteward")}</Badge>}
              {invitation.isPractitioner && <Badge tone="accent">{t("membership.people.asPractitioner")}</Badge>}
            </p>
            <p className="meta-line">
              <span>
                {t("membership.people.invitedOn")} <Time at={invitation.invitedAt} />{" "}
                {invitation.inviter && t("membership.people.invitedBy", { name: invitation.inviter })}
              </span>
              {!invitation.isOver && (
                <span>
                  {t("membership.people.until")} <Time at={invitation.expiresAt} />
                </span>
              )}
              <span>{t(`membership.people.inLanguage.${invitation.language}`)}</span>
            </p>
          </div>
          <Steps invitation={invitation} slug={slug} />
        </li>
      ))}
    </ul>
  );
}

function Steps({ invitation: { id, email }, slug }: { invitation: Invitation; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="roster-steps">
      <form method="post" action={pathTo(language, "invitationRenewal", { slug, id })}>
        <Button variant="quiet" small>
          <About label={t("membership.people.resend")} whom={email} />
        </Button>
      </form>
      <form method="post" action={pathTo(language, "invitationRevocation", { slug, id })}>
        <Button variant="quiet" small>
          <About label={t("membership.people.revoke")} whom={email} />
        </Button>
      </form>
    </div>
  );
}
