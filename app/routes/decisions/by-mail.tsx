import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { appealDecision } from "~/features/moderation/appeal.server";
import { appealSchema } from "~/features/moderation/appeal-schema.server";
import { DecisionView } from "~/features/moderation/components/decision-view";
import { getDecisionByToken } from "~/features/moderation/decision-page.server";
import { attemptOrLate } from "~/features/moderation/late-form.server";
import { useLanguage } from "~/i18n/context";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The address is a secret: it goes into no cache, no index, and to no other site. With "no-referrer" browsers would hide from us where the form comes from. */
const secret = { "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex" };

export async function loader({ params, context: { language } }: LoaderFunctionArgs) {
  const token = param(params, "token");
  return json({ decision: await getDecisionByToken(language, token), token }, { headers: secret });
}

/** The link itself changes nothing: mail programs and their guards open links before people do. */
export async function action({ request, params, context: { language } }: ActionFunctionArgs) {
  const token = param(params, "token");
  const { id } = await getDecisionByToken(language, token);
  const sent = await attemptOrLate(request, appealSchema, ({ words }) => appealDecision({ token }, id, words));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "appealByMail", { token }), { headers: { ...secret, ...(await flash("appeals.flash.made")) } });
}

export const headers = () => secret;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.page.title")),
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "same-origin" },
];

export default function AppealByMailPage() {
  const { decision, token } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};

  return (
    <DecisionView decision={decision} action={pathTo(useLanguage(), "appealByMail", { token })} errors={errors} values={values} isByMail />
  );
}
