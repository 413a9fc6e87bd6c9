import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { EvidenceEditor } from "~/features/evidence/components/evidence-editor";
import { ParityNotice } from "~/features/evidence/components/parity-notice";
import { getDesk } from "~/features/evidence/desk.server";
import { kindAt } from "~/features/library/kinds.server";
import { GuideOwn } from "~/features/practices/components/guide-own";
import { getGuideDesk } from "~/features/practices/desk.server";
import { EditorForm } from "~/features/publishing/components/editor-form";
import { EditorPage, InReview } from "~/features/publishing/components/editor-page";
import { editorOf, openForEdit } from "~/features/publishing/editing.server";
import { formAgain, saveForm } from "~/features/publishing/saving.server";
import { inputOf, revisionSchemaOf } from "~/features/publishing/schema.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** Autosave, toolbar and preview need React in the browser; saving does not. */
export const handle = { hydrates: true };

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const opened = await openForEdit(kind, actor, language, slug);
  if (opened.outcome === "moved") throw redirect(pathTo(language, `${kind.name}Edit`, { slug: opened.slug }));
  if (opened.outcome === "missing") throw redirect(pathTo(language, `${kind.name}Translation`, { slug }));

  const copyName = `${actor.id}:${kind.name}:${language}:${slug}`;
  const [vocabularies, desk, guideDesk] = await Promise.all([
    listVocabularies(language),
    kind.name === "summary" ? getDesk(actor, language, slug, opened.page.fields) : null,
    kind.name === "practice" ? getGuideDesk(actor, language, slug, opened.page.fields) : null,
  ]);
  return json({ page: editorOf(opened.page, language, actor.timeZone), vocabularies, copyName, desk, guideDesk });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, revisionSchemaOf(kind));
  if (form.errors) return json(formAgain(kind, form.errors, form.values), { status: 422 });

  const saved = await saveForm(kind, actor, language, slug, inputOf(kind, form.data));
  if (saved.outcome === "again") return json(saved, { status: saved.status });

  return redirect(pathTo(language, `${kind.name}Edit`, { slug }), { headers: await flash("writing.flash.saved") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("writing.edit.title", { title: data?.page.fields.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function EditPage() {
  const { page, vocabularies, copyName, desk, guideDesk } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();

  return (
    <EditorPage page={page}>
      {page.submitted && <InReview slug={page.slug} submitted={page.submitted} />}
      {desk && <ParityNotice parity={desk.parity} findingKeys={page.fields.own?.findingKey ?? []} />}
      {(!page.submitted || sent) && (
        <EditorForm
          page={page}
          sent={sent}
          vocabularies={vocabularies}
          copyName={copyName}
          own={(held) => (guideDesk ? <GuideOwn {...held} desk={guideDesk} /> : <EvidenceEditor {...held} desk={desk} />)}
        />
      )}
    </EditorPage>
  );
}
