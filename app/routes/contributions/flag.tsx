import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { FlagPage } from "~/features/moderation/components/flag-page";
import { sendFlag } from "~/features/moderation/flag-form.server";
import { alternatesOfFlag, flaggedAt, getFlagPage } from "~/features/moderation/flag-page.server";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const thing = await flaggedAt(actor, kindAt(args.request).name, language, param(args.params, "slug"));
  return json({ ...(await getFlagPage(actor, language, thing)), alternates: await alternatesOfFlag(thing) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const thing = await flaggedAt(actor, kindAt(args.request).name, language, param(args.params, "slug"));
  const sent = await sendFlag(args.request, actor, language, thing);
  return sent.again ? json(sent.again, sent.init) : redirect(sent.to, { headers: await flash(sent.word) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t(data?.at ? "flags.again.title" : "flags.title.CONTRIBUTION")),
  { name: "robots", content: "noindex" },
];

export default function PracticeFlagPage() {
  return <FlagPage page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
