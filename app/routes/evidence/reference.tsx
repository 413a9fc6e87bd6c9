import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DoubledReference } from "~/features/evidence/components/doubled-reference";
import { fieldNames, ReferenceFields } from "~/features/evidence/components/reference-fields";
import { ReferencesFrame } from "~/features/evidence/components/references-frame";
import { again, doubled } from "~/features/evidence/doubled";
import { listAlternates } from "~/features/evidence/list-alternates";
import { getReference } from "~/features/evidence/reference-queries.server";
import { correctionSchema, fieldOfReferenceFault } from "~/features/evidence/reference-schema.server";
import { correctReference } from "~/features/evidence/references.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const page = await getReference(actor, language, param(args.params, "slug"), id, isAfterForm(args.request));

  return json({ page, alternates: listAlternates("reference", language, page, { id }) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const id = idParam(args.params);
  const sent = await attempt(
    args.request,
    correctionSchema,
    ({ anyway, ...form }) => correctReference(actor, language, slug, id, form, anyway === "yes"),
    fieldOfReferenceFault,
  );
  if (sent.again) return json(again(sent.again), sent.init);
  const { outcome } = sent.result;
  if (outcome === "movedOn") return json(again({ errors: { "": ["references.conflict.movedOn"] }, values: sent.data }), { status: 409 });
  if (outcome === "doubled") return json(doubled(sent.data, sent.result.twins), { status: 409 });

  return redirect(pathTo(language, "references", { slug }), { headers: await flash("references.flash.corrected") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("references.form.correctTitle")} (${data?.page.key ?? ""}) — ${data?.page.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function ReferencePage() {
  const { page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, id, key, cited } = page;
  const isCited = cited.length > 0;
  const places = cited.flatMap((text) => text.places.map((place) => t(`references.form.place.${text.language}.${place}`)));

  return (
    <ReferencesFrame summary={page} step={t("references.form.correctTitle")} lead={t("references.form.correctLead")} isNarrow>
      <FormErrors errors={sent?.errors} labels={fieldNames(t)} />
      <form className="form" method="post" noValidate>
        {sent && sent.twins.length > 0 && <DoubledReference slug={slug} twins={sent.twins} />}
        <Field
          name="key"
          label={t("references.form.key")}
          hint={isCited ? t("references.form.keyCited") : t("references.form.keyHint")}
          errors={sent?.errors.key}
          defaultValue={String(sent?.values.key ?? key)}
          readOnly={isCited}
          maxLength={60}
          spellCheck={false}
          autoCapitalize="none"
          required
        />
        {isCited && <p className="hint">{t("references.form.citedIn", { places: formatList(places, language) })}</p>}
        <ReferenceFields form={page.form} errors={sent?.errors} values={sent?.values} />
        <div className="button-row">
          <Button>{t("references.form.submitCorrection")}</Button>
          <ButtonLink variant="quiet" href={pathTo(language, "references", { slug })}>
            {t("references.form.cancel")}
          </ButtonLink>
        </div>
      </form>
      {!isCited && (
        <form className="stack" method="post" action={pathTo(language, "referenceRemoval", { slug, id })}>
          <p className="hint">{t("references.form.removeHint")}</p>
          <div className="button-row">
            <Button variant="danger">{t("references.form.remove")}</Button>
          </div>
        </form>
      )}
    </ReferencesFrame>
  );
}
