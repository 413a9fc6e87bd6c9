import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { changeAdoption } from "~/features/adoption/changing.server";
import { AdoptionForm, useAdoptionLabels } from "~/features/adoption/components/adoption-form";
import { getForChange } from "~/features/adoption/desk.server";
import { changeSchema } from "~/features/adoption/schema.server";
import { sendForm } from "~/features/adoption/send-form.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const isBack = isAfterForm(args.request);
  return json(await getForChange(practiceKind, requireActor(args), args.context.language, idParam(args.params), isBack));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const { language } = args.context;
  const sent = await sendForm(args.request, changeSchema, language, (data) => changeAdoption(practiceKind, actor, id, data));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "adoption", { id }), { headers: await flash("adoption.done.changed") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("adoption.form.changeTitle")} — ${data?.page.organization.name ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function AdoptionChangePage() {
  const { page, contact, contactName, ...offered } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { last, organization, guide } = page;
  const own = pathTo(language, "adoption", { id: page.id });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("adoption.list.title"), href: pathTo(language, "adoptions") },
          { label: organization.name, href: own },
          { label: t("adoption.form.changeTitle") },
        ]}
      />
      <div className="page page-narrow">
        <FormErrors errors={sent?.errors} labels={useAdoptionLabels()} />
        <PageHeader eyebrow={guide?.title} title={t("adoption.form.changeTitle")} lead={t("adoption.form.changeLead")} />
        <AdoptionForm
          offered={offered}
          held={{
            ...last,
            ...{ version: last.version.id, on: offered.today, contact, naming: page.isNamed ? "named" : "unnamed" },
            peopleReached: last.peopleReached === null ? "" : String(last.peopleReached),
            staff: last.staff === null ? "" : String(last.staff).replace(".", language === "fr" ? "," : "."),
          }}
          contactName={contactName}
          sent={sent}
          submit={t("adoption.form.submitChange")}
          back={own}
        >
          {/* Whoever sends a form again that came too late has been told so. */}
          <input type="hidden" name="base" value={sent && !sent.isStale ? String(sent.values.base) : last.id} />
        </AdoptionForm>
      </div>
    </>
  );
}
