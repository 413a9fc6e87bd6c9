import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

type Wish = {
  /** Whether the browser is asked for a passkey that it has, or to make one. */
  wants: "get" | "create";
  label: string;
  action?: string;
  variant?: "primary" | "secondary";
  children?: ReactNode;
};

/** A form that a short script completes with a passkey. Where there can be none, its button stays hidden. */
export function PasskeyForm({ wants, label, action, variant = "secondary", children }: Wish) {
  return (
    <form className="form" method="post" action={action} data-passkey={wants} data-challenge={useChallenge(wants)} hidden>
      {children}
      <input type="hidden" name="credential" />
      <PasskeyFault />
      <Button variant={variant}>{label}</Button>
      <PasskeyScript />
    </form>
  );
}

/** The same within another form: a button that completes that form with a passkey instead of a code. */
export function PasskeyButton({ label }: { label: string }) {
  return (
    <div className="form" data-passkey="get" data-challenge={useChallenge("get")} hidden>
      <input type="hidden" name="credential" />
      <PasskeyFault />
      <Button variant="secondary" type="button">
        {label}
      </Button>
      <PasskeyScript />
    </div>
  );
}

/** What is said where no passkey can be asked for. The script takes it away where one can. */
export function PasskeyMissing() {
  const t = useTranslation();
  return <p data-passkey-missing>{t("security.passkeySignIn.missing")}</p>;
}

function PasskeyFault() {
  const t = useTranslation();
  return <p className="field-errors" role="alert" data-fault={t("security.passkeySignIn.refused")} />;
}

const PasskeyScript = () => <script src="/build/passkeys.js" defer />;

const useChallenge = (wants: Wish["wants"]) => pathTo(useLanguage(), wants === "get" ? "passkeyChallenge" : "newPasskeyChallenge");
