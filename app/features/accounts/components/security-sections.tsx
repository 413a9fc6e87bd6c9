import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null };

export function PasskeysSection({ passkeys }: { passkeys: Passkey[] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Section title={t("security.passkeys.title")} about={t("security.passkeys.about")}>
      {passkeys.length === 0 ? <p>{t("security.passkeys.none")}</p> : <PasskeyList passkeys={passkeys} />}
      <p>
        <ButtonLink variant="secondary" href={pathTo(language, "newPasskey")}>
          {t("security.passkeys.add")}
        </ButtonLink>
      </p>
    </Section>
  );
}

function PasskeyList({ passkeys }: { passkeys: Passkey[] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ul className="passkey-list" aria-label={t("security.passkeys.list")}>
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} className="split">
          <div className="stack stack-small">
            <p className="written passkey-name">{name}</p>
            <p className="meta-line">
              <span>
                {t("security.passkeys.added")} <Time at={createdAt} />
              </span>
              <span>
                {lastUsedAt ? (
                  <>
                    {t("security.passkeys.used")} <Time at={lastUsedAt} />
                  </>
                ) : (
                  t("security.passkeys.never")
                )}
              </span>
            </p>
          </div>
          <ButtonLink
            variant="danger"
            small
            href={pathTo(language, "passkeyRemoval", { id })}
            aria-label={t("security.passkeys.removeNamed", { name })}
          >
            {t("security.passkeys.remove")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

export function AuthenticatorSection({ since }: { since: string | null }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Section title={t("security.app.title")} about={t("security.app.about")}>
      {since ? (
        <p>
          {t("security.app.since")} <Time at={since} />
        </p>
      ) : (
        <p>{t("security.app.none")}</p>
      )}
      <p>
        {since ? (
          <ButtonLink variant="danger" href={pathTo(language, "authenticatorRemoval")}>
            {t("security.app.remove")}
          </ButtonLink>
        ) : (
          <ButtonLink variant="secondary" href={pathTo(language, "authenticator")}>
            {t("security.app.add")}
          </ButtonLink>
        )}
      </p>
    </Section>
  );
}

export function CodesSection({ left }: { left: number }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Section title={t("security.codes.title")} about={t("security.codes.about")}>
      <p>{t("security.codes.left", { count: left })}</p>
      <p>
        <ButtonLink variant="secondary" href={pathTo(language, "recoveryCodes")}>
          {t("security.codes.make")}
        </ButtonLink>
      </p>
    </Section>
  );
}

export function PasswordSection({ hasPassword, mayRemove }: { hasPassword: boolean; mayRemove: boolean }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Section title={t("security.password.title")} about={t(hasPassword ? "security.password.set" : "security.password.none")}>
      <p className="button-row">
        <ButtonLink variant="secondary" href={pathTo(language, hasPassword ? "passwordChange" : "newOwnPassword")}>
          {t(hasPassword ? "security.password.change" : "security.password.add")}
        </ButtonLink>
        {mayRemove && (
          <ButtonLink variant="danger" href={pathTo(language, "passwordRemoval")}>
            {t("security.password.remove")}
          </ButtonLink>
        )}
      </p>
    </Section>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p>{about}</p>
      {children}
    </section>
  );
}
