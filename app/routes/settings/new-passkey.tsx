import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { typed } from "~/features/accounts/components/account-form";
import { PasskeyForm, PasskeyMissing } from "~/features/accounts/components/passkey-form";
import { RecoveryCodes } from "~/features/accounts/components/recovery-codes";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { addPasskey } from "~/features/accounts/passkey.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { newPasskeySchema } from "~/features/accounts/schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  requireProof(args);
  return json({});
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const { origin } = new URL(args.request.url);
  const form = await attempt(args.request, newPasskeySchema, (passkey) => addPasskey(actor, passkey, origin));
  if (form.again) return json({ errors: form.again.errors, values: { name: form.again.values.name ?? "" }, codes: null }, form.init);
  if (form.result) return json({ errors: {}, values: {}, codes: form.result });

  return redirect(pathTo(args.context.language, "security"), { headers: await flash("security.flash.passkeyAdded") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.passkeys.add")),
  { name: "robots", content: "noindex" },
];

export default function NewPasskeyPage() {
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  if (sent?.codes) return <RecoveryCodes codes={sent.codes} done={t("security.flash.passkeyAdded")} />;

  return (
    <SettingsPage title={t("security.passkeys.add")} lead={t("security.passkeys.addLead")}>
      <PasskeyMissing />
      <FormErrors errors={sent?.errors} labels={{ name: t("security.passkeys.nameLabel") }} />
      <PasskeyForm wants="create" label={t("security.passkeys.add")} variant="primary">
        <Field
          name="name"
          label={t("security.passkeys.nameLabel")}
          hint={t("security.passkeys.nameHint")}
          defaultValue={typed(sent, "name")}
          errors={sent?.errors.name}
          maxLength={60}
          required
        />
      </PasskeyForm>
    </SettingsPage>
  );
}
