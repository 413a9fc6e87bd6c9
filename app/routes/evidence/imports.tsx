import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ImportForm, OpenImport } from "~/features/evidence/components/import-form";
import { ReferencesFrame } from "~/features/evidence/components/references-frame";
import { attemptImport } from "~/features/evidence/import-form.server";
import { getForImport } from "~/features/evidence/import-queries.server";
import { bringReferences } from "~/features/evidence/imports.server";
import { listAlternates } from "~/features/evidence/list-alternates";
import { useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const page = await getForImport(actor, language, param(args.params, "slug"));

  return json({ page, alternates: listAlternates("referenceImports", language, page) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await attemptImport(args.request, (brought) => bringReferences(actor, language, slug, brought));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "referenceImport", { slug, id: sent.data.id }));
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("references.import.title")} — ${data?.page.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function ImportsPage() {
  const { page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const labels = { file: t("references.import.file"), format: t("references.import.format"), text: t("references.import.text") };

  return (
    <ReferencesFrame summary={page} step={t("references.import.title")} lead={t("references.import.lead")} isNarrow>
      <FormErrors errors={sent?.errors} labels={labels} />
      {page.open && <OpenImport slug={page.slug} id={page.open} />}
      {(!page.open || sent) && <ImportForm id={page.id} failed={page.failed} errors={sent?.errors} values={sent?.values} />}
    </ReferencesFrame>
  );
}
