import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage } from "~/features/accounts/components/account-form";
import { confirmEmailChange, findEmailChange } from "~/features/accounts/email-change.server";
import { tokenSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { type PageName, pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

const endings = ["changed", "stopped"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const ended = endings.find((ending) => ending === searchParams.get("ended")) ?? null;
  const token = searchParams.get("token") ?? "";
  const change = ended ? null : await findEmailChange(token);

  return json({ token, ended, change }, { status: ended || change ? 200 : 410 });
}

/** The link itself changes nothing: mail programs and their guards open links before people do. */
export async function action({ request, context: { language, sessionToken } }: ActionFunctionArgs) {
  const form = await attempt(request, tokenSchema, (link) => confirmEmailChange(link, sessionToken));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "emailConfirmation", form.result === "changed" ? { ended: "changed" } : { token: form.data.token }));
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("settings.confirmation.newTitle")),
  { name: "robots", content: "noindex" },
];

export default function EmailConfirmationPage() {
  const { token, ended, change } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  if (sent?.errors[""]?.includes("settings.email.errors.taken"))
    return <Told title="takenTitle" text={t("settings.email.errors.taken")} page="account" action="settings" />;
  if (ended === "changed") return <Told title="changedTitle" text={t("settings.confirmation.changedText")} page="home" action="home" />;
  if (ended === "stopped")
    return <Told title="stoppedTitle" text={t("settings.confirmation.stoppedText")} page="forgottenPassword" action="stoppedAction" />;
  if (!change || sent) return <Told title="deadTitle" text={t("settings.confirmation.dead")} page="account" action="settings" />;

  const { side, newEmail, isConfirmed } = change;
  const title = isConfirmed ? "halfTitle" : (`${side}Title` as const);
  const text = isConfirmed ? "halfText" : (`${side}Text` as const);
  return (
    <AccountPage title={t(`settings.confirmation.${title}`)} lead={t(`settings.confirmation.${text}`, { address: newEmail })}>
      {!isConfirmed && (
        <AccountForm sent={undefined}>
          <input type="hidden" name="token" value={token} />
          <Button>{t(`settings.confirmation.${side}Submit`)}</Button>
        </AccountForm>
      )}
      {side === "old" && <Stop token={token} />}
    </AccountPage>
  );
}

function Stop({ token }: { token: string }) {
  const t = useTranslation();

  return (
    <form method="post" action={pathTo(useLanguage(), "emailRefusal")}>
      <input type="hidden" name="token" value={token} />
      <Button variant="secondary">{t("settings.confirmation.stop")}</Button>
    </form>
  );
}

type Words = "takenTitle" | "changedTitle" | "stoppedTitle" | "deadTitle";

function Told({
  title,
  text,
  page,
  action,
}: {
  title: Words;
  text: string;
  page: PageName;
  action: "home" | "settings" | "stoppedAction";
}) {
  const t = useTranslation();

  return (
    <AccountPage title={t(`settings.confirmation.${title}`)} lead={text}>
      <p>
        <ButtonLink href={pathTo(useLanguage(), page)}>{t(`settings.confirmation.${action}`)}</ButtonLink>
      </p>
    </AccountPage>
  );
}
