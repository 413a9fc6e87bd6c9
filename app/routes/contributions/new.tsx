import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { NewPractice, NotYet } from "~/features/publishing/components/editor-begin";
import { draftContribution } from "~/features/publishing/contribution.server";
import { getForNew } from "~/features/publishing/editing.server";
import { kindOfPath } from "~/features/publishing/kind-of-path";
import { newSchema } from "~/features/publishing/schema.server";
import { wordOf } from "~/features/publishing/use-word";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const start = await getForNew(kind, requireActor(args), args.context.language);
  return json(start, { status: start.hindrance ? 403 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const form = await parseForm(args.request, newSchema);
  if (form.errors) return json(form, { status: 422 });

  const slug = await draftContribution(kind, actor, language, form.data);

  return redirect(pathTo(language, `${kind.name}Edit`, { slug }), { headers: await flash("writing.flash.begun") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    t(wordOf(kindOfPath(location.pathname), data?.hindrance ? "writing.notYet.title" : "writing.new.title")),
  ),
  { name: "robots", content: "noindex" },
];

export default function NewPage() {
  const start = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();

  if (start.hindrance) return <NotYet hindrance={start.hindrance} />;
  return <NewPractice id={String(sent?.values.id ?? start.id)} organizations={start.organizations} sent={sent} />;
}
