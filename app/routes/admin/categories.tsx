import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { type KeptCategory, listForAdministration } from "~/features/forums/category-queries.server";
import { KeptCategories } from "~/features/forums/components/kept-categories";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

export async function loader(args: LoaderFunctionArgs) {
  return json({ categories: await listForAdministration(requireActor(args), args.context.language) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("threads.categories.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminCategoriesPage() {
  const { categories } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const open = categories.filter(({ isArchived }) => !isArchived);

  return (
    <AdminPage title={t("threads.categories.title")} lead={t("threads.categories.lead")}>
      <p>
        <ButtonLink href={pathTo(language, "newCategory")}>{t("threads.categories.new")}</ButtonLink>
      </p>
      {categories.length === 0 && (
        <EmptyState title={t("threads.categories.none")}>
          <p>{t("threads.categories.noneHint")}</p>
        </EmptyState>
      )}
      <KeptCategories
        id="open"
        title={t("threads.categories.list")}
        categories={open}
        tools={(category, index) => (
          <>
            {index > 0 && <Order category={category} direction="up" />}
            {index < open.length - 1 && <Order category={category} direction="down" />}
            <Change category={category} />
          </>
        )}
      />
      <KeptCategories
        id="archived"
        title={t("threads.categories.archivedList")}
        categories={categories.filter(({ isArchived }) => isArchived)}
        tools={(category) => <Change category={category} />}
      />
    </AdminPage>
  );
}

function Order({ category: { id, name }, direction }: { category: KeptCategory; direction: "up" | "down" }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form method="post" action={pathTo(language, "categoryOrder")}>
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" small name="direction" value={direction}>
        {t(`threads.categories.${direction}`)}
        <span className="visually-hidden"> – {name}</span>
      </Button>
    </form>
  );
}

function Change({ category: { id, name } }: { category: KeptCategory }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ButtonLink variant="secondary" small href={pathTo(language, "categoryEdit", { id })}>
      {t("threads.categories.change")}
      <span className="visually-hidden"> – {name}</span>
    </ButtonLink>
  );
}
