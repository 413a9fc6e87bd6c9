import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, typed } from "~/features/accounts/components/account-form";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { isDemoWorld } from "~/features/accounts/demo.server";
import { askEmailChange, findOwnEmailChange } from "~/features/accounts/email-change.server";
import { getOwnAccount } from "~/features/accounts/queries.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { emailChangeSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { OUTBOX_PATH } from "~/platform/outbox.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const [{ email }, change] = await Promise.all([getOwnAccount(actor, language), findOwnEmailChange(actor)]);

  return json({
    email,
    outbox: isDemoWorld() ? OUTBOX_PATH : null,
    change: change && {
      newEmail: change.newEmail,
      isOldConfirmed: change.oldConfirmedAt !== null,
      isNewConfirmed: change.newConfirmedAt !== null,
      until: formatTime(change.expiresAt, language, actor.timeZone),
    },
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const fields = { "settings.email.errors.same": "email" };
  const form = await attempt(args.request, emailChangeSchema, (change) => askEmailChange(actor, change), fields);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "emailChange"), { headers: await flash("settings.email.asked") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("settings.email.title")),
  { name: "robots", content: "noindex" },
];

export default function EmailPage() {
  const { email, change, outbox } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <SettingsPage title={t("settings.email.title")} lead={t("settings.email.lead")}>
      {change ? (
        <Waiting email={email} outbox={outbox} {...change} />
      ) : (
        <>
          <dl className="facts facts-wide">
            <div>
              <dt>{t("settings.email.present")}</dt>
              <dd>{email}</dd>
            </div>
          </dl>
          <AccountForm sent={sent} labels={{ email: t("settings.email.newEmail") }}>
            <Field
              name="email"
              type="email"
              label={t("settings.email.newEmail")}
              hint={t("settings.email.hint")}
              defaultValue={typed(sent, "email")}
              errors={sent?.errors.email}
              autoComplete="email"
              maxLength={254}
              required
            />
            <Button>{t("settings.email.submit")}</Button>
          </AccountForm>
        </>
      )}
    </SettingsPage>
  );
}

type Change = { email: string; newEmail: string; isOldConfirmed: boolean; isNewConfirmed: boolean; until: string; outbox: string | null };

/** The same whether or not the new address belongs to an account. */
function Waiting({ email, newEmail, isOldConfirmed, isNewConfirmed, until, outbox }: Change) {
  const language = useLanguage();
  const t = useTranslation();
  const state = (isConfirmed: boolean) => t(isConfirmed ? "settings.email.waiting.confirmed" : "settings.email.waiting.awaited");

  return (
    <section className="stack">
      <h2>{t("settings.email.waiting.title")}</h2>
      <p>{t("settings.email.waiting.text", { until })}</p>
      <Table caption={t("settings.email.waiting.title")} head={[t("settings.email.waiting.address"), t("settings.email.waiting.state")]}>
        <tr>
          <th scope="row">{email}</th>
          <td>{state(isOldConfirmed)}</td>
        </tr>
        <tr>
          <th scope="row">{newEmail}</th>
          <td>{state(isNewConfirmed)}</td>
        </tr>
      </Table>
      {outbox && (
        <Notice>
          <p>
            {t("accounts.checkMail.demo")} <a href={outbox}>{t("accounts.checkMail.demoLink")}</a>
          </p>
        </Notice>
      )}
      <form method="post" action={pathTo(language, "emailCancellation")}>
        <Button variant="secondary">{t("settings.email.waiting.cancel")}</Button>
      </form>
    </section>
  );
}
