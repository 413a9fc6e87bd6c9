import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DistanceForm } from "~/features/people/components/distance-form";
import { distanceSchema, getDistance, keepDistance } from "~/features/people/distance.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { ownPath, pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const person = await getDistance(requireActor(args), idParam(args.params));
  return json({ person, to: ownPath(new URL(args.request.url).searchParams.get("to"), "") });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const verb = ({ kind }: { kind: string }) => keepDistance(actor, id, { isBlocked: kind === "BLOCKED" });
  const sent = await attempt(args.request, distanceSchema, verb, { "flags.distances.errors.staff": "kind" });
  if (sent.again) return json(sent.again, sent.init);

  const to = ownPath(sent.data.to, pathTo(args.context.language, "distances"));
  return redirect(to, { headers: await flash("flags.distances.flash.kept") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => (data ? t("flags.distances.ask.title", { name: data.person.name }) : "")),
  { name: "robots", content: "noindex" },
];

export default function DistancePage() {
  const { person, to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const { name } = person;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("flags.distances.title"), href: pathTo(language, "distances") }, { label: name }]} />
      <div className="page page-narrow">
        <PageHeader title={t("flags.distances.ask.title", { name })} lead={t("flags.distances.ask.lead", { name })} />
        <DistanceForm person={person} to={to} sent={sent} />
      </div>
    </>
  );
}
