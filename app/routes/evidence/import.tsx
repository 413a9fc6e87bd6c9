import { type ActionFunctionArgs, type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ImportOver, ImportProgress } from "~/features/evidence/components/import-progress";
import { ImportPreview } from "~/features/evidence/components/import-preview";
import { ReferencesFrame } from "~/features/evidence/components/references-frame";
import { getImport } from "~/features/evidence/import-queries.server";
import { chooseEntries } from "~/features/evidence/imports.server";
import { listAlternates } from "~/features/evidence/list-alternates";
import { choiceSchema } from "~/features/evidence/reference-schema.server";
import { useTranslation } from "~/i18n/context";
import { unprocessable } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, numberIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** Without a script too, a page that waits shows how far it is. */
const LOOK_AGAIN_S = 2;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const page = await getImport(actor, language, param(args.params, "slug"), id, numberIn(new URL(args.request.url), "page") ?? 1);
  const isAtWork = page.state === "WAITING" || page.state === "READING";
  const headers: Record<string, string> = isAtWork ? { Refresh: String(LOOK_AGAIN_S) } : {};

  return json({ page, alternates: listAlternates("referenceImport", language, page, { id }) }, { headers });
}

/** Keeps what is chosen on one page, and leads on to another. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const id = idParam(args.params);
  const { data } = await parseForm(args.request, choiceSchema);
  if (!data) throw unprocessable("site.form.invalid");

  await chooseEntries(actor, language, slug, id, data);
  return redirect(pathTo(language, "referenceImport", { slug, id, page: data.to ?? data.page }));
}

export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const again = loaderHeaders.get("Refresh");
  return { "Cache-Control": "no-store", ...(again ? { Refresh: again } : {}) };
};

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => {
    const page = Number(new URLSearchParams(location.search).get("page") ?? 1);
    const place = page > 1 ? ` (${page})` : "";
    return `${t(data?.page.state === "READ" ? "references.import.previewTitle" : "references.import.readingTitle")}${place} — ${data?.page.title ?? ""}`;
  }),
  { name: "robots", content: "noindex" },
];

export default function ImportPage() {
  const { page } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const step = t("references.import.title");

  if (page.preview)
    return (
      <ReferencesFrame summary={page} step={step} title={t("references.import.previewTitle")} lead={t("references.import.previewLead")}>
        <ImportPreview slug={page.slug} id={page.id} preview={page.preview} />
      </ReferencesFrame>
    );
  if (page.state === "TAKEN" || page.state === "FAILED")
    return (
      <ReferencesFrame summary={page} step={step} title={page.state === "TAKEN" ? t("references.import.takenTitle") : step} isNarrow>
        <ImportOver slug={page.slug} taken={page.state === "TAKEN" ? page.done : null} fault={page.fault} />
      </ReferencesFrame>
    );
  return (
    <ReferencesFrame summary={page} step={step} title={t("references.import.readingTitle")} isNarrow>
      <ImportProgress slug={page.slug} id={page.id} done={page.done} total={page.total} />
    </ReferencesFrame>
  );
}
