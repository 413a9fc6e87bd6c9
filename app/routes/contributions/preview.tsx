import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClaimList } from "~/features/claims/components/claim-list";
import { getClaims } from "~/features/claims/shown.server";
import { SummaryPreview } from "~/features/evidence/components/summary-preview";
import { kindAt } from "~/features/library/kinds.server";
import { useKind } from "~/features/publishing/use-kind";
import { PreviewPage } from "~/features/publishing/components/preview-page";
import type { Own } from "~/features/publishing/own-fields";
import { previewForm } from "~/features/publishing/saving.server";
import { draftSchemaOf, inputOf } from "~/features/publishing/schema.server";
import { useLanguage } from "~/i18n/context";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const form = await parseForm(args.request, draftSchemaOf(kind));
  if (form.errors) return json({ outcome: "refused" as const, errors: form.errors }, { status: 422 });

  const preview = await previewForm(kind, actor, args.context.language, inputOf(kind, form.data).fields, form.data.of);
  if (preview.outcome !== "drawn") return json(preview, { status: 422 });
  return json({ ...preview, claims: kind.name === "practice" ? await getClaims(actor, args.context.language, preview.own) : [] });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("writing.preview.title")),
  { name: "robots", content: "noindex" },
];

export default function Preview() {
  const preview = useActionData<typeof action>();
  const kind = useKind();
  const { html, claims } = preview?.outcome === "drawn" ? preview : { html: "", claims: [] };
  const own = (fields: Own) => (kind === "summary" ? <SummaryPreview own={fields} /> : <ClaimList claims={claims} html={html} />);

  return <PreviewPage preview={preview} mine={pathTo(useLanguage(), `${kind}Mine`)} own={own} />;
}
