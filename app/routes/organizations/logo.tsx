import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { getOrganizationForEdit } from "~/features/organizations/editing.server";
import { changeLogo } from "~/features/organizations/logo.server";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { PictureField } from "~/features/uploads/components/picture-field";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { fileAt, pathTo } from "~/platform/paths";
import { attemptPicture } from "~/platform/picture-form.server";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const { name, slug, slugs, logo } = await getOrganizationForEdit(requireActor(args), args.context.language, param(args.params, "slug"));
  return json({ name, slug, logo, alternates: alternatesOf("organizationLogo", slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attemptPicture(args.request, (bytes) => changeLogo(actor, language, slug, bytes));
  if ("again" in form) return json(form.again, form.init);

  return redirect(pathTo(language, "organization", { slug }), { headers: await flash("organizations.flash.logoSaved") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("organizations.logo.titleOf", { name: data?.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function OrganizationLogoPage() {
  const { name, slug, logo } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("organizations.list.title"), href: pathTo(language, "organizations") },
          { label: name, href: pathTo(language, "organization", { slug }) },
          { label: t("organizations.logo.title") },
        ]}
      />
      <div className="page page-narrow">
        <PageHeader title={t("organizations.logo.title")} lead={t("organizations.logo.lead", { name })} />
        {logo ? (
          <section className="stack" aria-label={t("organizations.logo.present")}>
            <img
              className="organization-logo"
              src={fileAt(logo.id)}
              alt={t("organizations.logo.present")}
              width={logo.width}
              height={logo.height}
            />
            <form method="post" action={pathTo(language, "logoRemoval", { slug })}>
              <Button variant="danger">{t("organizations.logo.remove")}</Button>
            </form>
          </section>
        ) : (
          <p>{t("organizations.logo.none")}</p>
        )}
        <FormErrors errors={errors} labels={{ picture: t("organizations.logo.file") }} />
        <form className="form" method="post" encType="multipart/form-data" noValidate>
          <PictureField label={t("organizations.logo.file")} errors={errors?.picture} />
          <Button>{t("organizations.logo.save")}</Button>
        </form>
      </div>
    </>
  );
}
