import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { PreviewPage } from "~/features/publishing/components/preview-page";
import { previewForm } from "~/features/publishing/saving.server";
import { draftSchema } from "~/features/publishing/schema.server";
import { useLanguage } from "~/i18n/context";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, draftSchema);
  if (form.errors) return json({ outcome: "refused" as const, errors: form.errors }, { status: 422 });

  const preview = await previewForm(practiceKind, actor, args.context.language, form.data);
  return json(preview, { status: preview.outcome === "drawn" ? 200 : 422 });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("writing.preview.title")),
  { name: "robots", content: "noindex" },
];

export default function Preview() {
  const preview = useActionData<typeof action>();
  return <PreviewPage preview={preview} mine={pathTo(useLanguage(), "myPractices")} />;
}
