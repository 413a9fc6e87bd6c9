import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { EditorForm } from "~/features/practices/components/editor-form";
import { EditorPage, InReview } from "~/features/practices/components/editor-page";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { editorOf, openForEdit } from "~/features/publishing/editing.server";
import { formAgain, saveForm } from "~/features/publishing/saving.server";
import { revisionSchema } from "~/features/publishing/schema.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** Autosave, toolbar and preview need React in the browser; saving does not. */
export const handle = { hydrates: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const opened = await openForEdit(practiceKind, actor, language, slug);
  if (opened.outcome === "moved") throw redirect(pathTo(language, "practiceEdit", { slug: opened.slug }));
  if (opened.outcome === "missing") throw redirect(pathTo(language, "practiceTranslation", { slug }));

  const copyName = `${actor.id}:${language}:${slug}`;
  return json({ page: editorOf(opened.page, language, actor.timeZone), vocabularies: await listVocabularies(language), copyName });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, revisionSchema);
  if (form.errors) return json(formAgain(form.errors, form.values), { status: 422 });

  const { base, sequence, ...fields } = form.data;
  const saved = await saveForm(practiceKind, actor, language, slug, { base, sequence, fields });
  if (saved.outcome === "again") return json(saved, { status: saved.status });

  return redirect(pathTo(language, "practiceEdit", { slug }), { headers: await flash("writing.flash.saved") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("writing.edit.title", { title: data?.page.fields.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function EditPage() {
  const { page, vocabularies, copyName } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();

  return (
    <EditorPage page={page}>
      {page.submitted && <InReview slug={page.slug} submitted={page.submitted} />}
      {(!page.submitted || sent) && <EditorForm page={page} sent={sent} vocabularies={vocabularies} copyName={copyName} />}
    </EditorPage>
  );
}
