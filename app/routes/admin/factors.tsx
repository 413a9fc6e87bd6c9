import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { resetFactors } from "~/features/accounts/factors.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getFactors } from "~/features/accounts/security-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const id = idParam(args.params);
  return json({ id, ...(await getFactors(requireProof(args), id)) });
}

export async function action(args: ActionFunctionArgs) {
  const id = idParam(args.params);
  await resetFactors(requireProof(args), id);

  return redirect(pathTo(args.context.language, "adminPerson", { id }), { headers: await flash("security.flash.factorsReset") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.lost.title")),
  { name: "robots", content: "noindex" },
];

export default function FactorsPage() {
  const { id, name, hasFactors } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AdminPage title={t("security.lost.title")} lead={name}>
      <p>{t(hasFactors ? "security.lost.text" : "security.lost.none")}</p>
      <form method="post" className="button-row">
        {hasFactors && <Button variant="danger">{t("security.lost.submit")}</Button>}
        <ButtonLink variant="secondary" href={pathTo(language, "adminPerson", { id })}>
          {t("security.lost.back")}
        </ButtonLink>
      </form>
    </AdminPage>
  );
}
