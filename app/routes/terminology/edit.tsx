import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { PairForm } from "~/features/terminology/components/pair-form";
import { getPairForEdit } from "~/features/terminology/queries.server";
import { pairSchema } from "~/features/terminology/schema.server";
import { changePair, STALE } from "~/features/terminology/term-pair.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const id = idParam(args.params);
  return json({ id, fields: await getPairForEdit(requireActor(args), id) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const { language } = args.context;
  const form = await attempt(args.request, pairSchema, (input) => changePair(actor, id, input));
  if (form.again) {
    const isStale = form.again.errors[""]?.includes(STALE) ?? false;
    return json({ ...form.again, isStale }, isStale ? { status: 409 } : form.init);
  }
  return redirect(pathTo(language, "terminology", { q: form.data[language] }), { headers: await flash("terminology.done.changed") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("terminology.form.edit")),
  { name: "robots", content: "noindex" },
];

export default function TermPairPage() {
  const { id, fields } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("terminology.list.title"), href: pathTo(language, "terminology") }, { label: t("terminology.form.edit") }]}
      />
      <div className="page page-reading">
        <PageHeader title={t("terminology.form.edit")} lead={fields[language]} />
        <PairForm fields={fields} sent={sent} submit={t("terminology.form.save")} />
        <form className="stack" method="post" action={pathTo(language, "termPairRemoval", { id })}>
          <input type="hidden" name="changedAt" value={fields.changedAt} />
          <p id="removal-hint">{t("terminology.form.removeHint")}</p>
          <p>
            <Button variant="danger" aria-describedby="removal-hint">
              {t("terminology.form.remove")}
            </Button>
          </p>
        </form>
      </div>
    </>
  );
}
