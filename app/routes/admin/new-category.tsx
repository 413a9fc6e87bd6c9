import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { openCategory } from "~/features/forums/category.server";
import { categorySchema } from "~/features/forums/category-schema.server";
import { CategoryForm, newFields } from "~/features/forums/components/category-form";
import { may } from "~/features/forums/policy";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export function loader(args: LoaderFunctionArgs) {
  authorize(may.runCategories(requireActor(args)));
  return json({});
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, categorySchema, (input) => openCategory(actor, input));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "adminCategories"), { headers: await flash("threads.categories.flash.opened") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.categories.new")),
  { name: "robots", content: "noindex" },
];

export default function NewCategoryPage() {
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AdminPage title={t("threads.categories.new")} lead={t("threads.categories.newLead")}>
      <CategoryForm fields={newFields} sent={sent} isStale={false} hasAccess submit={t("threads.categories.open")} />
    </AdminPage>
  );
}
