import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { translatePractice } from "~/features/practices/practice.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getForTranslation } from "~/features/publishing/editing.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const start = await getForTranslation(practiceKind, requireActor(args), args.context.language, param(args.params, "slug"));
  if (start.existing) throw redirect(pathTo(start.to, "practiceEdit", { slug: start.existing }));

  return json(start);
}

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = await translatePractice(requireActor(args), language, param(args.params, "slug"));

  return redirect(pathTo(otherLanguage(language), "practiceEdit", { slug }), { headers: await flash("writing.flash.translated") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t(`writing.translation.title.${data?.to ?? "en"}`)),
  { name: "robots", content: "noindex" },
];

export default function TranslationPage() {
  const { title, slug, from, to } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const edit = pathTo(from, "practiceEdit", { slug });

  return (
    <div className="page page-reading">
      <Breadcrumbs
        steps={[
          { label: t("writing.mine.title"), href: pathTo(language, "myPractices") },
          { label: title, href: edit, lang: from },
          { label: t(`writing.translation.title.${to}`) },
        ]}
      />
      <PageHeader title={t(`writing.translation.title.${to}`)} lead={t("writing.translation.lead", { title })} />
      <section className="stack" aria-labelledby="what-title">
        <h2 className="guidance-title" id="what-title">
          {t("writing.translation.what")}
        </h2>
        <ul className="guidance">
          {(["sections", "beside", "own"] as const).map((point) => (
            <li key={point}>{t(`writing.translation.${point}`)}</li>
          ))}
          {to !== language && <li>{t(`writing.translation.language.${to}`)}</li>}
        </ul>
      </section>
      <form method="post" action={pathTo(from, "practiceTranslation", { slug })}>
        <Button>{t(`writing.translation.begin.${to}`)}</Button>
      </form>
    </div>
  );
}
