import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { Asked, Closed, JoinForm, JoinNow, WithinAlready } from "~/features/organizations/components/joining";
import { PlacePage } from "~/features/organizations/components/place-page";
import { askToJoin } from "~/features/organizations/join-request.server";
import { getJoining } from "~/features/organizations/membership-queries.server";
import { joinSchema } from "~/features/organizations/membership-schema.server";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { name, slug, slugs, outcome, request, domain } = await getJoining(actor, args.context.language, param(args.params, "slug"));

  return json({
    place: { name, slug },
    outcome,
    request,
    domain,
    isSilenced: actor.isSilenced,
    alternates: alternatesAt("joinRequest", slugs),
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(args.request, joinSchema, (input) => askToJoin(actor, language, slug, input));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "joinRequest", { slug }), { headers: await flash("membership.flash.asked") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("membership.join.title", { organization: data?.place.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function JoinPage() {
  const { place, outcome, request, domain, isSilenced } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const page = { place, below: "organization", title: t("membership.join.title", { organization: place.name }) } as const;
  if (outcome !== "outside" || isSilenced)
    return (
      <PlacePage {...page}>
        {outcome === "in" && <WithinAlready place={place} />}
        {outcome === "closed" && <Closed place={place} />}
        {outcome === "asked" && <Asked place={place} message={request?.message ?? ""} />}
        {outcome === "outside" && <Notice kind="warning">{t("membership.join.silenced")}</Notice>}
      </PlacePage>
    );

  return (
    <PlacePage {...page} lead={domain ? undefined : t("membership.join.lead")}>
      {domain ? (
        <JoinNow place={place} domain={domain} />
      ) : (
        <>
          {request?.answer === "DECLINED" && (
            <Notice title={t("membership.join.declined")}>
              {request.note && <p className="quoted">{request.note}</p>}
              <p>{t("membership.join.declinedText")}</p>
            </Notice>
          )}
          <JoinForm sent={sent} />
        </>
      )}
    </PlacePage>
  );
}
