import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { PairForm } from "~/features/terminology/components/pair-form";
import { getForNewPair } from "~/features/terminology/queries.server";
import { pairSchema } from "~/features/terminology/schema.server";
import { addPair } from "~/features/terminology/term-pair.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export function loader(args: LoaderFunctionArgs) {
  return json({ fields: getForNewPair(requireActor(args)) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, pairSchema, (input) => addPair(actor, input));
  if (form.again) return json({ ...form.again, isStale: false }, form.init);

  return redirect(pathTo(args.context.language, "terminology", { q: form.data[args.context.language] }), {
    headers: await flash("terminology.done.added"),
  });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("terminology.form.new")),
  { name: "robots", content: "noindex" },
];

export default function NewTermPairPage() {
  const { fields } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("terminology.list.title"), href: pathTo(useLanguage(), "terminology") }, { label: t("terminology.form.new") }]}
      />
      <div className="page page-reading">
        <PageHeader title={t("terminology.form.new")} lead={t("terminology.form.newLead")} />
        <PairForm fields={fields} sent={sent} submit={t("terminology.form.add")} />
      </div>
    </>
  );
}
