import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { AnswerForms } from "~/features/organizations/components/answer-forms";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getJoinRequest } from "~/features/organizations/membership-queries.server";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const found = await getJoinRequest(actor, args.context.language, param(args.params, "slug"), idParam(args.params));
  const { name, slug, mayGrant, request } = found;
  const { id, message, askedAt, account } = request;

  return json({
    place: { name, slug },
    request: { id, message, askedAt, name: account.name, isOwn: account.id === actor.id },
    mayGrant,
    alternates: alternatesAt("joinRequestReview", found.slugs, { id }),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("membership.request.title", { name: data?.request.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function RequestPage() {
  const { place, request, mayGrant } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <PlacePage place={place} title={t("membership.request.title", { name: request.name })} narrow={false}>
      <section className="stack" aria-labelledby="message">
        <h2 id="message">{t("membership.request.message")}</h2>
        <blockquote className="quoted">{request.message}</blockquote>
        <p className="modified">
          {t("membership.request.asked")} <Time at={request.askedAt} />
        </p>
      </section>
      {request.isOwn ? <Notice>{t("membership.request.own")}</Notice> : <AnswerForms place={place} request={request} mayGrant={mayGrant} />}
    </PlacePage>
  );
}
