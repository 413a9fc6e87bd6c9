import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addAuthenticator, newSetup, sameSetup } from "~/features/accounts/authenticator.server";
import { AccountForm } from "~/features/accounts/components/account-form";
import { RecoveryCodes } from "~/features/accounts/components/recovery-codes";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { authenticatorSchema, fieldOfFault } from "~/features/accounts/schema.server";
import { factorsOf } from "~/features/accounts/second-factor.server";
import { useTranslation } from "~/i18n/context";
import { translator } from "~/i18n/translate";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const { app } = await factorsOf(actor.id);

  return json({ setup: app ? null : await newSetup(actor, translator(language)("site.name")) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const form = await attempt(args.request, authenticatorSchema, (setup) => addAuthenticator(actor, setup), fieldOfFault);
  if (form.again) {
    const site = translator(language)("site.name");
    const setup = await sameSetup(actor, site, String(form.again.values.setup ?? "")).catch(() => null);
    return json({ ...form.again, setup, codes: null }, form.init);
  }
  if (form.result) return json({ errors: {}, values: {}, setup: null, codes: form.result });

  return redirect(pathTo(language, "security"), { headers: await flash("security.flash.appAdded") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.app.add")),
  { name: "robots", content: "noindex" },
];

export default function AuthenticatorPage() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const setup = sent?.setup ?? loaded.setup;
  if (sent?.codes) return <RecoveryCodes codes={sent.codes} done={t("security.flash.appAdded")} />;
  if (!setup) return <Refused />;

  return (
    <SettingsPage title={t("security.app.add")} lead={t("security.app.addLead")}>
      <section className="stack">
        <h2>{t("security.app.scanTitle")}</h2>
        <img className="qr-code" src={setup.picture} alt={t("security.app.picture")} width="240" height="240" />
        <p>{t("security.app.keyLead")}</p>
        <p>
          <code className="setup-key">{setup.key}</code>
        </p>
      </section>
      <section className="stack">
        <h2>{t("security.app.confirmTitle")}</h2>
        <AccountForm sent={sent} labels={{ code: t("security.secondFactor.code") }}>
          <input type="hidden" name="setup" value={setup.setup} />
          <Field
            name="code"
            label={t("security.secondFactor.code")}
            hint={t("security.secondFactor.setupHint")}
            errors={sent?.errors.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
          />
          <Button>{t("security.app.submit")}</Button>
        </AccountForm>
      </section>
    </SettingsPage>
  );
}

function Refused() {
  const t = useTranslation();

  return (
    <SettingsPage title={t("security.app.add")}>
      <p>{t("security.errors.hasAuthenticator")}</p>
    </SettingsPage>
  );
}
