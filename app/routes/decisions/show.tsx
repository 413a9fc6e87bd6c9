import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DecisionView } from "~/features/moderation/components/decision-view";
import { getDecision } from "~/features/moderation/decision-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return json(await getDecision(actor, args.context.language, idParam(args.params)), { headers: { "Cache-Control": "no-store" } });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.page.title")),
  { name: "robots", content: "noindex" },
];

export default function DecisionPage() {
  const decision = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("appeals.own.title"), href: pathTo(language, "ownModeration") }, { label: t("appeals.page.title") }]}
      />
      <DecisionView decision={decision} action={pathTo(language, "decisionAppeal", { id: decision.id })} />
    </>
  );
}
