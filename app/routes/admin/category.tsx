import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { changeCategory, STALE } from "~/features/forums/category.server";
import { getCategoryForEdit } from "~/features/forums/category-queries.server";
import { categorySchema } from "~/features/forums/category-schema.server";
import { CategoryForm } from "~/features/forums/components/category-form";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  return json({ category: await getCategoryForEdit(requireActor(args), idParam(args.params)) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, categorySchema, (input) => changeCategory(actor, id, input));
  if (form.again) return json({ ...form.again, isStale: form.again.errors[""]?.includes(STALE) ?? false }, form.init);

  return redirect(pathTo(args.context.language, "adminCategories"), { headers: await flash("threads.categories.flash.changed") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.categories.edit")),
  { name: "robots", content: "noindex" },
];

export default function CategoryPage() {
  const { category } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, fields, isArchived, kind } = category;

  return (
    <AdminPage title={t("threads.categories.edit")} lead={language === "fr" ? fields.nameFr : fields.nameEn}>
      {kind === "DISCUSSIONS" && <Notice>{t("threads.categories.discussions")}</Notice>}
      <CategoryForm
        fields={fields}
        sent={sent}
        isStale={sent?.isStale ?? false}
        hasAccess={kind === "FORUM"}
        submit={t("threads.categories.save")}
      />
      <form className="stack" method="post" action={pathTo(language, isArchived ? "categoryReopening" : "categoryArchive", { id })}>
        <p>{t("threads.categories.archiveHint")}</p>
        <p>
          <Button variant="secondary">{t(isArchived ? "threads.categories.reopen" : "threads.categories.archive")}</Button>
        </p>
      </form>
    </AdminPage>
  );
}
