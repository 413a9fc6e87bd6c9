import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ImportGuideForm, WhatComesAlong } from "~/features/exchange/components/import-form";
import { attemptImport } from "~/features/exchange/import-form.server";
import { importGuide } from "~/features/exchange/import-guide.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { NotYet } from "~/features/publishing/components/editor-begin";
import { getForNew } from "~/features/publishing/editing.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const start = await getForNew(practiceKind, requireActor(args), args.context.language);
  return json(start, { status: start.hindrance ? 403 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const sent = await attemptImport(args.request, (input, bytes) => importGuide(actor, language, input, bytes));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "practiceEdit", { slug: sent.slug }), { headers: await flash("importing.done") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("importing.title")),
  { name: "robots", content: "noindex" },
];

export default function ImportPage() {
  const { hindrance, id, organizations } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  if (hindrance) return <NotYet hindrance={hindrance} />;

  const labels = { file: t("importing.file"), title: t("publishing.field.title"), organization: t("publishing.field.organization") };
  return (
    <div className="page">
      <Breadcrumbs steps={[{ label: t("writing.mine.title"), href: pathTo(language, "practiceMine") }, { label: t("importing.title") }]} />
      <PageHeader title={t("importing.title")} lead={t("importing.lead")} />
      <FormErrors errors={sent?.errors} labels={labels} />
      <div className="with-aside with-aside-wide">
        <ImportGuideForm id={id} organizations={organizations} errors={sent?.errors} values={sent?.values} />
        <WhatComesAlong />
      </div>
    </div>
  );
}
