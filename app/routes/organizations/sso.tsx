import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, typed } from "~/features/accounts/components/account-form";
import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor, requireProof } from "~/features/accounts/require-actor.server";
import { changeSso, getSsoSettings } from "~/features/organizations/sso-connection.server";
import { fieldOfSsoFault, ssoSettingsSchema } from "~/features/organizations/sso-schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const slug = param(args.params, "slug");
  const settings = await getSsoSettings(requireActor(args), args.context.language, slug);
  requireProof(args);

  return json({ slug, settings });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(args.request, ssoSettingsSchema, (settings) => changeSso(actor, language, slug, settings), fieldOfSsoFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationSso", { slug }), { headers: await flash("sso.flash.saved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("sso.settings.title")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationSsoPage() {
  const { slug, settings } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  const field = (name: "issuer" | "clientId") => ({
    name,
    label: t(`sso.settings.${name}`),
    defaultValue: typed(sent, name, settings[name]),
    errors: sent?.errors[name],
    maxLength: 300,
    required: true,
  });

  return (
    <AdminPage title={t("sso.settings.title")} lead={t("sso.settings.lead", { name: settings.name })}>
      <Registration callback={settings.callback} domains={settings.domains} />
      <AccountForm
        sent={sent}
        labels={{ issuer: t("sso.settings.issuer"), clientId: t("sso.settings.clientId"), secret: t("sso.settings.secret") }}
      >
        <Field {...field("issuer")} type="url" hint={t("sso.settings.issuerHint")} autoComplete="off" />
        <Field {...field("clientId")} autoComplete="off" />
        <Field
          name="secret"
          type="password"
          label={t("sso.settings.secret")}
          hint={settings.isSet ? t("sso.settings.secretKept") : undefined}
          errors={sent?.errors.secret}
          autoComplete="off"
          maxLength={500}
          required={!settings.isSet}
        />
        <Checkboxes
          name="isActive"
          legend={t("sso.settings.standing")}
          options={[{ value: "1", label: t("sso.settings.isActive") }]}
          defaultValues={(sent ? sent.values.isActive === "1" : settings.isActive) ? ["1"] : []}
        />
        <Button>{t("sso.settings.submit")}</Button>
      </AccountForm>
      {settings.isSet && (
        <form method="post" action={pathTo(language, "organizationSsoRemoval", { slug })}>
          <Button variant="secondary">{t("sso.settings.remove")}</Button>
        </form>
      )}
    </AdminPage>
  );
}

/** What the other side has to know, and whom the sign-in is for. */
function Registration({ callback, domains }: { callback: string; domains: string[] }) {
  const t = useTranslation();

  return (
    <>
      <dl className="facts facts-wide">
        <div>
          <dt>{t("sso.settings.callback")}</dt>
          <dd>
            <code>{callback}</code>
          </dd>
        </div>
        <div>
          <dt>{t("sso.settings.domains")}</dt>
          <dd>{domains.join(", ") || "–"}</dd>
        </div>
      </dl>
      {domains.length === 0 && (
        <Notice>
          <p>{t("sso.settings.noDomains")}</p>
        </Notice>
      )}
    </>
  );
}
