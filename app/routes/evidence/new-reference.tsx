import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DoubledReference } from "~/features/evidence/components/doubled-reference";
import { fieldNames, ReferenceFields } from "~/features/evidence/components/reference-fields";
import { ReferencesFrame } from "~/features/evidence/components/references-frame";
import { again, doubled } from "~/features/evidence/doubled";
import { listAlternates } from "~/features/evidence/list-alternates";
import { getListAtWork } from "~/features/evidence/reference-queries.server";
import { newReferenceSchema } from "~/features/evidence/reference-schema.server";
import { addReference } from "~/features/evidence/references.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { slug, title, other } = await getListAtWork(actor, language, param(args.params, "slug"));

  return json({ summary: { slug, title }, alternates: listAlternates("newReference", language, { slug, other }) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await attempt(args.request, newReferenceSchema, ({ anyway, ...form }) =>
    addReference(actor, language, slug, form, anyway === "yes"),
  );
  if (sent.again) return json(again(sent.again), sent.init);
  if (sent.result.outcome === "doubled") return json(doubled(sent.data, sent.result.twins), { status: 409 });

  return redirect(pathTo(language, "references", { slug }), { headers: await flash("references.flash.added") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("references.form.newTitle")} — ${data?.summary.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function NewReferencePage() {
  const { summary } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const list = pathTo(useLanguage(), "references", { slug: summary.slug });

  return (
    <ReferencesFrame summary={summary} step={t("references.form.newTitle")} lead={t("references.form.newLead")} isNarrow>
      <FormErrors errors={sent?.errors} labels={fieldNames(t)} />
      <form className="form" method="post" noValidate>
        {sent && sent.twins.length > 0 && <DoubledReference slug={summary.slug} twins={sent.twins} />}
        <ReferenceFields errors={sent?.errors} values={sent?.values} />
        <div className="button-row">
          <Button>{t("references.form.submitNew")}</Button>
          <ButtonLink variant="quiet" href={list}>
            {t("references.form.cancel")}
          </ButtonLink>
        </div>
      </form>
    </ReferencesFrame>
  );
}
