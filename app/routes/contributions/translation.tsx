import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { translateContribution } from "~/features/publishing/contribution.server";
import { getForTranslation } from "~/features/publishing/editing.server";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
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
  const kind = kindAt(args.request);
  const start = await getForTranslation(kind, requireActor(args), args.context.language, param(args.params, "slug"));
  if (start.existing) throw redirect(pathTo(start.to, `${kind.name}Edit`, { slug: start.existing }));

  return json(start);
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const slug = await translateContribution(kind, requireActor(args), language, param(args.params, "slug"));

  return redirect(pathTo(otherLanguage(language), `${kind.name}Edit`, { slug }), { headers: await flash("writing.flash.translated") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t(`writing.translation.title.${data?.to ?? "en"}`)),
  { name: "robots", content: "noindex" },
];

export default function TranslationPage() {
  const { title, slug, from, to } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const edit = pathTo(from, `${kind}Edit`, { slug });

  return (
    <div className="page page-reading">
      <Breadcrumbs
        steps={[
          { label: t(word("writing.mine.title")), href: pathTo(language, `${kind}Mine`) },
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
      <form method="post" action={pathTo(from, `${kind}Translation`, { slug })}>
        <Button>{t(`writing.translation.begin.${to}`)}</Button>
      </form>
    </div>
  );
}
