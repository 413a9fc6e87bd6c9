import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { sendBase } from "~/features/adoption/base-form.server";
import { withdrawAdoption } from "~/features/adoption/changing.server";
import { getForChange } from "~/features/adoption/desk.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await getForChange(practiceKind, requireActor(args), args.context.language, idParam(args.params));
  return json({ id: page.id, base: page.last.id, organization: page.organization.name, guide: page.guide?.title });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  await sendBase(args.request, (base) => withdrawAdoption(practiceKind, actor, id, base));
  return redirect(pathTo(args.context.language, "adoption", { id }), { headers: await flash("adoption.done.withdrawn") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("adoption.withdrawal.title")} — ${data?.organization ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function AdoptionWithdrawalPage() {
  const { id, base, organization, guide } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("adoption.list.title"), href: pathTo(language, "adoptions") },
          { label: organization, href: pathTo(language, "adoption", { id }) },
          { label: t("adoption.page.withdraw") },
        ]}
      />
      <div className="page page-narrow">
        <PageHeader eyebrow={guide} title={t("adoption.withdrawal.title")} lead={t("adoption.withdrawal.lead")} />
        <form className="form" method="post">
          <input type="hidden" name="base" value={base} />
          <div className="button-row">
            <Button variant="danger">{t("adoption.withdrawal.submit")}</Button>
            <ButtonLink variant="secondary" href={pathTo(language, "adoptionChange", { id })}>
              {t("adoption.withdrawal.stop")}
            </ButtonLink>
            <ButtonLink variant="quiet" href={pathTo(language, "adoption", { id })}>
              {t("adoption.form.back")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
