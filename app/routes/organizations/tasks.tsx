import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { PlacePage } from "~/features/organizations/components/place-page";
import { TaskList } from "~/features/stewardship/components/task-list";
import { getTasks } from "~/features/stewardship/tasks.server";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const asked = param(args.params, "slug");
  const { place, ...page } = await getTasks(requireActor(args), language, asked);
  if (place.slug !== asked) throw redirect(pathTo(language, "organizationTasks", { slug: place.slug }), 301);

  return json({ ...page, place: { name: place.name, slug: place.slug }, alternates: alternatesAt("organizationTasks", place.slugs) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("stewardship.title")} — ${data?.place.name ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function OrganizationTasksPage() {
  const { place, tasks, areMore, today } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <PlacePage place={place} title={t("stewardship.title")} lead={t("stewardship.lead")} below="organization">
      {tasks.length === 0 && <EmptyState title={t("stewardship.nothing")}>{t("stewardship.nothingHint")}</EmptyState>}
      <TaskList tasks={tasks} today={today} />
      {areMore && <p className="list-hint">{t("stewardship.more")}</p>}
    </PlacePage>
  );
}
