import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { AdoptionForm, useAdoptionLabels } from "~/features/adoption/components/adoption-form";
import { declareAdoption } from "~/features/adoption/declaring.server";
import { getForDeclaration } from "~/features/adoption/desk.server";
import { declarationSchema } from "~/features/adoption/schema.server";
import { sendForm } from "~/features/adoption/send-form.server";
import { limits } from "~/features/adoption/stages";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { OrganizationField } from "~/features/publishing/components/organization-field";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Field, Select } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const slug = param(args.params, "slug");
  const { language } = args.context;
  const start = await getForDeclaration(practiceKind, actor, language, slug, isAfterForm(args.request));
  return json({ slug, start, alternates: workAlternates("practice", language, slug) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await sendForm(args.request, declarationSchema, language, (data) =>
    declareAdoption(practiceKind, actor, language, slug, data),
  );
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "adoption", { id: sent.result }), { headers: await flash("adoption.done.declared") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("adoption.form.title", { title: data?.start.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function NewAdoptionPage() {
  const { slug, start } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { errors = {}, values = {} } = sent ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const guide = pathTo(language, "practice", { slug });
  const { options, today } = start;

  return (
    <>
      <Breadcrumbs steps={[{ label: start.title, href: guide }, { label: t("adoption.page.step") }]} />
      <div className="page page-narrow">
        <FormErrors errors={errors} labels={useAdoptionLabels()} />
        <PageHeader title={t("adoption.form.title", { title: start.title })} lead={t("adoption.form.lead")} />
        <AdoptionForm
          offered={start}
          held={{ ...nothingSaid, version: start.versions[0]?.value ?? "", on: today }}
          sent={sent}
          submit={t("adoption.form.submit")}
          back={guide}
        >
          <input type="hidden" name="id" value={String(values.id ?? start.id)} />
          <OrganizationField organizations={start.organizations} errors={errors} values={values} />
          <Select
            name="province"
            label={t("adoption.form.province")}
            errors={errors.province}
            defaultValue={String(values.province ?? start.province)}
            options={[{ value: "", label: t("adoption.form.chooseProvince") }, ...options.provinces]}
            required
          />
          <Field
            name="region"
            label={t("adoption.form.region")}
            hint={t("adoption.form.regionHint")}
            errors={errors.region}
            defaultValue={String(values.region ?? "")}
            maxLength={limits.region}
          />
        </AdoptionForm>
      </div>
    </>
  );
}

const nothingSaid = {
  ...{ stage: "", reason: "", note: "", settings: [], populations: [], languages: [], peopleReached: "", staff: "" },
  ...{ naming: "named", contact: "nobody" },
};
