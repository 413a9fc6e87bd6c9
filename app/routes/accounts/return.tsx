import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, typed } from "~/features/accounts/components/account-form";
import { findPending, pendingTokenOf, returnToAccount } from "~/features/accounts/pending-sign-in.server";
import { returnSchema } from "~/features/accounts/schema.server";
import { pathAfter } from "~/features/accounts/sign-in-step";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const pending = await findPending(pendingTokenOf(request), "return");
  if (!pending) throw redirect(pathTo(language, "signIn"));
  const { deactivatedAt, erasureDueAt } = pending;

  return json({
    since: deactivatedAt && formatDate(deactivatedAt, language),
    due: erasureDueAt && formatDate(erasureDueAt, language),
    to: ownPath(new URL(request.url).searchParams.get("to"), ""),
  });
}

export async function action({ request, context: { sessionToken, device, language } }: ActionFunctionArgs) {
  const form = await attempt(request, returnSchema, () => returnToAccount(pendingTokenOf(request), { sessionToken, device }));
  if (form.again) return json(form.again, form.init);

  const headers = form.result.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return redirect(pathAfter(form.result.next, language, form.data.to), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.return.title")),
  { name: "robots", content: "noindex" },
];

export default function ReturnPage() {
  const { since, due, to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AccountPage
      title={t("security.return.title")}
      lead={due ? t("security.return.erasing", { due }) : t("security.return.resting", { since: since ?? "" })}
    >
      <AccountForm sent={sent}>
        <input type="hidden" name="to" value={typed(sent, "to", to)} />
        <Button>{t("security.return.wake")}</Button>
      </AccountForm>
      <form method="post" action={pathTo(language, "signInEnd")}>
        <Button variant="quiet">{t("security.return.leave")}</Button>
      </form>
    </AccountPage>
  );
}
