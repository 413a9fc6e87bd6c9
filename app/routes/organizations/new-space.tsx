import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { openSpace } from "~/features/forums/category.server";
import { spaceSchema } from "~/features/forums/category-schema.server";
import { CategoryForm, newFields } from "~/features/forums/components/category-form";
import { getPlaceOfSpaces } from "~/features/forums/space-place.server";
import { PlacePage } from "~/features/organizations/components/place-page";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { name, slug, slugs } = await getPlaceOfSpaces(requireActor(args), args.context.language, param(args.params, "slug"));
  return json({ place: { name, slug }, alternates: alternatesAt("newSpace", slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { id, slug } = await getPlaceOfSpaces(actor, language, param(args.params, "slug"));
  const form = await attempt(args.request, spaceSchema, (input) => openSpace(actor, id, input));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationSpaces", { slug }), { headers: await flash("threads.spaces.flash.opened") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.spaces.new")),
  { name: "robots", content: "noindex" },
];

export default function NewSpacePage() {
  const { place } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <PlacePage place={place} title={t("threads.spaces.new")} lead={t("threads.spaces.newLead")} below="organization">
      <CategoryForm fields={newFields} sent={sent} isStale={false} hasAccess={false} submit={t("threads.spaces.open")} />
    </PlacePage>
  );
}
