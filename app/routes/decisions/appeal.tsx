import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { appealDecision } from "~/features/moderation/appeal.server";
import { appealSchema } from "~/features/moderation/appeal-schema.server";
import { DecisionView } from "~/features/moderation/components/decision-view";
import { getDecision } from "~/features/moderation/decision-page.server";
import { attemptOrLate } from "~/features/moderation/late-form.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";

/** The form stands on the page of the decision; it is drawn here when it comes back. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  if (!isAfterForm(args.request)) throw redirect(pathTo(language, "decision", { id }, "appeal"));
  return json(await getDecision(actor, language, id));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { id } = await getDecision(actor, args.context.language, idParam(args.params));
  const sent = await attemptOrLate(args.request, appealSchema, ({ words }) => appealDecision(actor, id, words));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "decision", { id }), { headers: await flash("appeals.flash.made") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.page.title")),
  { name: "robots", content: "noindex" },
];

export default function AppealPage() {
  const decision = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const { id } = decision;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("appeals.own.title"), href: pathTo(language, "ownModeration") },
          { label: t("appeals.page.title"), href: pathTo(language, "decision", { id }) },
          { label: t("appeals.page.appeal") },
        ]}
      />
      <DecisionView decision={decision} action={pathTo(language, "decisionAppeal", { id })} errors={errors} values={values} />
    </>
  );
}
