import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { changeSpace, STALE } from "~/features/forums/category.server";
import { getSpaceForEdit } from "~/features/forums/category-queries.server";
import { spaceSchema } from "~/features/forums/category-schema.server";
import { CategoryForm } from "~/features/forums/components/category-form";
import { getPlaceOfSpaces } from "~/features/forums/space-place.server";
import { PlacePage } from "~/features/organizations/components/place-page";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const { id: organizationId, name, slug, slugs } = await getPlaceOfSpaces(actor, args.context.language, param(args.params, "slug"));
  const space = await getSpaceForEdit(actor, organizationId, id);
  return json({ place: { name, slug }, space, alternates: alternatesAt("spaceEdit", slugs, { id }) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const { id: organizationId, slug } = await getPlaceOfSpaces(actor, language, param(args.params, "slug"));
  const form = await attempt(args.request, spaceSchema, (input) => changeSpace(actor, organizationId, id, input));
  if (form.again) return json({ ...form.again, isStale: form.again.errors[""]?.includes(STALE) ?? false }, form.init);

  return redirect(pathTo(language, "organizationSpaces", { slug }), { headers: await flash("threads.spaces.flash.changed") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.spaces.edit")),
  { name: "robots", content: "noindex" },
];

export default function SpacePage() {
  const { place, space } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, fields, isArchived } = space;
  const rest = pathTo(language, isArchived ? "spaceReopening" : "spaceArchive", { slug: place.slug, id });

  return (
    <PlacePage place={place} title={t("threads.spaces.edit")} lead={language === "fr" ? fields.nameFr : fields.nameEn} below="organization">
      <CategoryForm fields={fields} sent={sent} isStale={sent?.isStale ?? false} hasAccess={false} submit={t("threads.categories.save")} />
      <form className="stack" method="post" action={rest}>
        <p>{t("threads.categories.archiveHint")}</p>
        <p>
          <Button variant="secondary">{t(isArchived ? "threads.spaces.reopen" : "threads.spaces.archive")}</Button>
        </p>
      </form>
    </PlacePage>
  );
}
