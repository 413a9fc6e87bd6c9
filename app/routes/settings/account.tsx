import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeProfile } from "~/features/accounts/account.server";
import { AccountForm, typed } from "~/features/accounts/components/account-form";
import { LanguageField } from "~/features/accounts/components/language-field";
import { TimeZoneField } from "~/features/accounts/components/time-zone-field";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { getOwnAccount, type OwnAccount } from "~/features/accounts/queries.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { profileSchema } from "~/features/accounts/schema.server";
import { listTimeZones } from "~/features/accounts/time-zones.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  return json({ account: await getOwnAccount(requireActor(args), language), zones: listTimeZones(language) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, profileSchema, (profile) => changeProfile(actor, profile));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "account"), { headers: await flash("accounts.flash.saved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.settings.title")),
  { name: "robots", content: "noindex" },
];

export default function AccountSettingsPage() {
  const { account, zones } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <SettingsPage title={t("accounts.settings.title")}>
      <About account={account} />
      <section className="stack">
        <h2>{t("accounts.settings.pages.account")}</h2>
        <AccountForm sent={sent} labels={{ timeZone: t("settings.account.timeZone") }}>
          <Field
            name="name"
            label={t("accounts.name")}
            hint={t("accounts.nameHint")}
            defaultValue={typed(sent, "name", account.name)}
            errors={sent?.errors.name}
            autoComplete="name"
            maxLength={100}
            required
          />
          <LanguageField defaultValue={typed(sent, "language", account.language)} errors={sent?.errors.language} />
          <TimeZoneField zones={zones} defaultValue={typed(sent, "timeZone", account.timeZone)} errors={sent?.errors.timeZone} />
          <Button>{t("accounts.settings.saveProfile")}</Button>
        </AccountForm>
      </section>
      <section className="stack">
        <h2>{t("accounts.settings.passwordTitle")}</h2>
        <p>
          <ButtonLink variant="secondary" href={pathTo(language, "passwordChange")}>
            {t("accounts.settings.savePassword")}
          </ButtonLink>
        </p>
      </section>
    </SettingsPage>
  );
}

function About({ account: { email, roles, organizations } }: { account: OwnAccount }) {
  const language = useLanguage();
  const t = useTranslation();
  const names = organizations.map(({ name, isSteward }) => (isSteward ? t("accounts.settings.steward", { name }) : name));

  return (
    <dl className="facts facts-wide">
      <div>
        <dt>{t("accounts.email")}</dt>
        <dd>
          {email} <a href={pathTo(language, "emailChange")}>{t("settings.account.changeEmail")}</a>
        </dd>
      </div>
      <div>
        <dt>{t("accounts.settings.roles")}</dt>
        <dd>{roles.map((role) => t(`accounts.roles.${role}`)).join(", ") || t("accounts.settings.noRoles")}</dd>
      </div>
      <div>
        <dt>{t("accounts.settings.organizations")}</dt>
        <dd>{names.join(", ") || t("accounts.settings.noOrganizations")}</dd>
      </div>
      <div>
        <dt>{t("settings.account.agreements")}</dt>
        <dd>
          <a href={pathTo(language, "consent")}>{t("settings.account.seeAgreements")}</a>
        </dd>
      </div>
    </dl>
  );
}
