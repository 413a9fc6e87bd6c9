import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { RetractionForm, RetractionLists, TakenOver } from "~/features/claims/components/retractions";
import { listRetractionLists, takeRetractions } from "~/features/claims/retractions.server";
import { useTranslation } from "~/i18n/context";
import { formHeaders, refusedForm } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  return json(await listRetractionLists(requireActor(args)));
}

/** What came of a list is told at once. Sent again it changes nothing, since what is known stays. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  try {
    return json({ taken: await takeRetractions(actor, args.request), errors: null });
  } catch (refusal) {
    const { again, init } = await refusedForm(refusal, () => "file");
    return json({ taken: null, errors: again.errors }, init);
  }
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("claims.retractions.title")),
  { name: "robots", content: "noindex" },
];

export default function RetractionsPage() {
  const { lists, known } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AdminPage title={t("claims.retractions.title")} lead={t("claims.retractions.lead")}>
      <FormErrors errors={sent?.errors ?? undefined} labels={{ file: t("claims.retractions.file") }} />
      {sent?.taken && <TakenOver taken={sent.taken} />}
      <RetractionForm errors={sent?.errors?.file} />
      <RetractionLists lists={lists} known={known} />
    </AdminPage>
  );
}
