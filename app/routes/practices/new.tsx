import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { NewPractice, NotYet } from "~/features/practices/components/editor-begin";
import { draftPractice } from "~/features/practices/practice.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getForNew } from "~/features/publishing/editing.server";
import { newSchema } from "~/features/publishing/schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const start = await getForNew(practiceKind, requireActor(args), args.context.language);
  return json(start, { status: start.hindrance ? 403 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const form = await parseForm(args.request, newSchema);
  if (form.errors) return json(form, { status: 422 });

  const slug = await draftPractice(actor, language, form.data);

  return redirect(pathTo(language, "practiceEdit", { slug }), { headers: await flash("writing.flash.begun") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t(data?.hindrance ? "writing.notYet.title" : "writing.new.title")),
  { name: "robots", content: "noindex" },
];

export default function NewPage() {
  const start = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();

  if (start.hindrance) return <NotYet hindrance={start.hindrance} />;
  return <NewPractice id={String(sent?.values.id ?? start.id)} organizations={start.organizations} sent={sent} />;
}
