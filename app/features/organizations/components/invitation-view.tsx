import type { SerializeFrom } from "@remix-run/node";

import { AccountPage } from "~/features/accounts/components/account-form";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

import type { InvitationPage } from "../invitation-queries.server";
import { NewAccountForm } from "./new-account-form";

type Invitation = SerializeFrom<InvitationPage>;
type Offer = Extract<Invitation, { until: string }>;
type Dead = Exclude<Invitation, Offer>;

type Props = {
  token: string;
  invitation: Invitation;
  viewer: { name: string } | null;
  sent?: { errors: FormErrors; values: FormValues } | undefined;
};

/** What an invitation offers, with the one step that takes it; or why it cannot be taken. */
export function InvitationView({ token, invitation, viewer, sent }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (!("until" in invitation)) return <DeadInvitation invitation={invitation} />;

  const here = pathTo(language, "invitation", { token });
  const { organization } = invitation;
  return (
    <AccountPage title={t("membership.invitation.titleOf", { organization })}>
      <About offer={invitation} />
      {invitation.outcome === "accept" && (
        <form className="stack" method="post" action={here}>
          <p>{t("membership.invitation.acceptAs", { name: viewer?.name ?? "" })}</p>
          <p>
            <Button>{t("membership.invitation.accept", { organization })}</Button>
          </p>
        </form>
      )}
      {invitation.outcome === "signIn" && (
        <>
          <p>{t("membership.invitation.signInText")}</p>
          <p>
            <ButtonLink href={pathTo(language, "signIn", { to: here })}>{t("membership.invitation.signIn")}</ButtonLink>
          </p>
        </>
      )}
      {invitation.outcome === "register" && (
        <section className="stack" aria-labelledby="register">
          <h2 id="register">{t("membership.invitation.register")}</h2>
          <p>{t("membership.invitation.registerText", { address: invitation.email })}</p>
          <NewAccountForm token={token} email={invitation.email} name={invitation.name} sent={sent} />
        </section>
      )}
    </AccountPage>
  );
}

function About({ offer: { inviter, organization, isSteward, isPractitioner, until } }: { offer: Offer }) {
  const t = useTranslation();

  return (
    <div className="stack stack-small">
      <p className="page-lead">
        {inviter ? t("membership.invitation.text", { inviter, organization }) : t("membership.invitation.textNobody", { organization })}
      </p>
      {isSteward && <p>{t("membership.invitation.steward")}</p>}
      {isPractitioner && <p>{t("membership.invitation.practitioner")}</p>}
      <p className="modified">
        {t("membership.invitation.until")} <Time at={until} />
      </p>
    </div>
  );
}

function DeadInvitation({ invitation }: { invitation: Dead }) {
  const t = useTranslation();
  const { outcome } = invitation;
  const organization = "organization" in invitation ? invitation.organization : "";
  const isIn = "isIn" in invitation && invitation.isIn;
  const address = outcome === "foreign" ? invitation.address : "";
  const blanks = { organization, address };

  return (
    <AccountPage
      title={t(`membership.invitation.${outcome}.title`, blanks)}
      lead={outcome === "used" && isIn ? t("membership.invitation.usedIn", blanks) : t(`membership.invitation.${outcome}.text`, blanks)}
    >
      <WayOn invitation={invitation} isIn={isIn} />
    </AccountPage>
  );
}

/** What one can do instead. */
function WayOn({ invitation, isIn }: { invitation: Dead; isIn: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  if (invitation.outcome === "foreign")
    return (
      <form method="post" action={pathTo(language, "signOut")}>
        <Button>{t("membership.invitation.signOut")}</Button>
      </form>
    );
  if (invitation.outcome === "unknown" || invitation.outcome === "closed")
    return (
      <p>
        <a href={pathTo(language, "home")}>{t("site.error.back")}</a>
      </p>
    );

  const { slug } = invitation;
  return (
    <p>
      <ButtonLink variant="secondary" href={pathTo(language, isIn ? "organizationPeople" : "joinRequest", { slug })}>
        {t(isIn ? "membership.invitation.toPeople" : "membership.invitation.ask")}
      </ButtonLink>
    </p>
  );
}
