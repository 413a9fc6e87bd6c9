import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { adaptGuide, getForAdaptation } from "~/features/lineage/adapting.server";
import { AdaptationForm } from "~/features/lineage/components/adaptation-form";
import { adaptationSchema } from "~/features/lineage/schema.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const slug = param(args.params, "slug");
  const { language } = args.context;
  const start = await getForAdaptation(practiceKind, actor, language, slug);
  return json({ slug, start, alternates: workAlternates("practice", language, slug) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await attempt(args.request, adaptationSchema, (data) => adaptGuide(practiceKind, actor, language, slug, data), {
    "lineage.error.otherTitle": "otherTitle",
  });
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "practiceEdit", { slug: sent.result }), { headers: await flash("lineage.adaptation.done") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("lineage.adaptation.title", { title: data?.start.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function AdaptationPage() {
  const { slug, start } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const labels = {
    organization: t("publishing.field.organization"),
    title: t("publishing.field.title"),
    otherTitle: t("lineage.adaptation.otherTitle.fr"),
  };

  return (
    <div className="page">
      <Breadcrumbs
        steps={[{ label: start.title, href: pathTo(language, "practice", { slug }) }, { label: t("lineage.adaptation.step") }]}
      />
      <PageHeader
        title={t("lineage.adaptation.title", { title: start.title })}
        lead={t("lineage.adaptation.lead", { number: start.number })}
      />
      <FormErrors errors={sent?.errors} labels={labels} />
      <div className="with-aside with-aside-wide">
        <AdaptationForm start={start} errors={sent?.errors} values={sent?.values} />
        <aside className="stack" aria-labelledby="edition-title">
          <h2 className="guidance-title" id="edition-title">
            {t("lineage.adaptation.what")}
          </h2>
          <ul className="guidance">
            {(["own", "reasons", "news", "back"] as const).map((point) => (
              <li key={point}>{t(`lineage.adaptation.points.${point}`)}</li>
            ))}
          </ul>
        </aside>
      </div>
    </div>
  );
}
