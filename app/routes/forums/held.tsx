import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ComposerScript } from "~/features/forums/components/composer-script";
import { HeldCard } from "~/features/forums/components/held-card";
import { listHeld } from "~/features/forums/held-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return json({ items: await listHeld(actor, args.context.language) });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("holds.title")),
  { name: "robots", content: "noindex" },
];

export default function HeldPage() {
  const { items } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label: t("holds.title") }]} />
      <div className="page page-reading">
        <PageHeader title={t("holds.title")} lead={t("holds.lead")} />
        {items.length > 0 ? (
          <div className="stack">
            <Notice>{t("holds.next")}</Notice>
            <ul className="card-list">
              {items.map((held) => (
                <HeldCard key={held.id} held={held} />
              ))}
            </ul>
          </div>
        ) : (
          <EmptyState title={t("holds.none")}>
            <p>{t("holds.noneHint")}</p>
            <p className="button-row">
              <ButtonLink href={pathTo(language, "forums")}>{t("holds.toForums")}</ButtonLink>
              <ButtonLink variant="secondary" href={pathTo(language, "forumDrafts")}>
                {t("holds.toDrafts")}
              </ButtonLink>
            </p>
          </EmptyState>
        )}
      </div>
      <ComposerScript />
    </>
  );
}
