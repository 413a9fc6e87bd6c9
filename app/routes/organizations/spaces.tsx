import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { belongsTo } from "~/features/accounts/actor";
import { requireActor } from "~/features/accounts/require-actor.server";
import { listSpaces } from "~/features/forums/category-queries.server";
import { KeptCategories } from "~/features/forums/components/kept-categories";
import { may } from "~/features/forums/policy";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPlace } from "~/features/organizations/place.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { notFound } from "~/platform/errors";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { id, name, slug, slugs } = await getPlace(actor, language, param(args.params, "slug"));
  if (!belongsTo(actor, id)) throw notFound();
  if (slug !== args.params.slug) throw redirect(pathTo(language, "organizationSpaces", { slug }));

  return json({
    place: { name, slug },
    spaces: await listSpaces(actor, language, id),
    mayRun: may.runSpaces(actor, id),
    alternates: alternatesAt("organizationSpaces", slugs),
  });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.spaces.title")),
  { name: "robots", content: "noindex" },
];

export default function SpacesPage() {
  const { place, spaces, mayRun } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug } = place;
  const listOf = (isArchived: boolean) => ({
    id: isArchived ? "archived" : "open",
    title: t(isArchived ? "threads.spaces.archivedList" : "threads.spaces.list"),
    categories: spaces.filter((space) => space.isArchived === isArchived),
    tools: ({ id, name }: { id: string; name: string }) =>
      mayRun && (
        <ButtonLink variant="secondary" small href={pathTo(language, "spaceEdit", { slug, id })}>
          {t("threads.categories.change")}
          <span className="visually-hidden"> – {name}</span>
        </ButtonLink>
      ),
  });

  return (
    <PlacePage place={place} title={t("threads.spaces.title")} lead={t("threads.spaces.lead")} below="organization">
      {mayRun && (
        <p>
          <ButtonLink href={pathTo(language, "newSpace", { slug })}>{t("threads.spaces.new")}</ButtonLink>
        </p>
      )}
      {spaces.length === 0 && (
        <EmptyState title={t("threads.spaces.none")}>
          <p>{t(mayRun ? "threads.spaces.noneSteward" : "threads.spaces.nonePeople")}</p>
        </EmptyState>
      )}
      <KeptCategories {...listOf(false)} />
      <KeptCategories {...listOf(true)} />
    </PlacePage>
  );
}
