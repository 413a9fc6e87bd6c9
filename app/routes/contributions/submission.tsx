import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { Submission } from "~/features/publishing/components/editor-submission";
import { warningOf } from "~/features/confidentiality/warning";
import { submissionSchema, submitChecked } from "~/features/publishing/submission.server";
import { getForSubmission } from "~/features/publishing/editing.server";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { flash } from "~/platform/flash.server";
import { parseFields, readForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const opened = await getForSubmission(kind, requireActor(args), language, slug);
  if (opened.outcome === "moved") throw redirect(pathTo(language, `${kind.name}Submission`, { slug: opened.slug }));
  if (opened.outcome === "missing") throw redirect(pathTo(language, `${kind.name}Translation`, { slug }));

  return json({ ...opened.page, clientData: warningOf(opened.words, language, "") });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = parseFields(await readForm(args.request), submissionSchema);
  const errors = await submitChecked(kind, requireActor(args), language, slug, sent.data?.clientDataChecked ?? "");
  // The page itself says what is missing: it is drawn anew from the same revision.
  if (errors) return json({ errors }, { status: 422 });

  return redirect(pathTo(language, kind.name, { slug }), { headers: await flash("writing.flash.submitted") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("writing.submission.title")} — ${data?.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function SubmissionPage() {
  const page = useLoaderData<typeof loader>();
  const isBack = useActionData<typeof action>() !== undefined;
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();

  return (
    <div className="page page-reading">
      <Breadcrumbs
        steps={[
          { label: t(word("writing.mine.title")), href: pathTo(language, `${kind}Mine`) },
          { label: page.title, href: pathTo(language, `${kind}Edit`, { slug: page.slug }) },
          { label: t("writing.submission.title") },
        ]}
      />
      <PageHeader title={t("writing.submission.title")} eyebrow={page.title} />
      <Submission page={page} isBack={isBack} />
    </div>
  );
}
