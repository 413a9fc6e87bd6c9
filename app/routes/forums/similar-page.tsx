import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { SimilarList } from "~/features/forums/components/similar-list";
import { findSimilarTo } from "~/features/forums/finding.server";
import { limits } from "~/features/forums/limits";
import { soughtTitle } from "~/features/forums/sought-title";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { limit } from "~/platform/rate-limit.server";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { title, writtenIn } = soughtTitle(new URL(args.request.url), language);
  await limit("completion by account", actor.id);

  return json({ title, ...(await findSimilarTo(actor, language, title, writtenIn)) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("uploads.similar.title")),
  { name: "robots", content: "noindex" },
];

/** What is like the title of a thread, for who works without scripts. */
export default function SimilarPage() {
  const { title, threads, guides } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="page">
      <Breadcrumbs
        steps={[{ label: t("uploads.similar.forums"), href: pathTo(language, "forums") }, { label: t("uploads.similar.title") }]}
      />
      <PageHeader title={t("uploads.similar.title")} lead={t("uploads.similar.lead")} />
      <form className="form" method="get">
        <Field name="title" label={t("uploads.similar.label")} defaultValue={title} maxLength={limits.title} />
        <div>
          <Button>{t("uploads.similar.submit")}</Button>
        </div>
      </form>
      <div className="stack">
        {title !== "" && threads.length + guides.length === 0 && <p>{t("uploads.similar.none")}</p>}
        <SimilarList t={t} threads={threads} guides={guides} />
      </div>
    </div>
  );
}
