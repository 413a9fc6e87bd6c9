import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listAccounts } from "~/features/accounts/account-queries.server";
import { AccountCard } from "~/features/accounts/components/account-card";
import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Pagination } from "~/ui/pagination";

const MOST_LETTERS = 254;

export async function loader(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const after = cursorOf(url);
  const words = (url.searchParams.get("q") ?? "").replaceAll("\0", "").toWellFormed().trim().slice(0, MOST_LETTERS);
  const found = await listAccounts(requireActor(args), args.context.language, { words, after });

  return json({ ...found, words, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.people.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminPeoplePage() {
  const { people, next, words, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const q = words || undefined;

  return (
    <AdminPage title={t("admin.people.title")} lead={t("admin.people.lead")}>
      <search>
        <form className="form" action={pathTo(language, "adminPeople")}>
          <Field name="q" type="search" label={t("admin.people.search")} defaultValue={words} maxLength={MOST_LETTERS} />
          <Button variant="secondary">{t("admin.people.submit")}</Button>
        </form>
      </search>
      {people.length === 0 && (
        <EmptyState title={t("admin.people.empty")}>
          <p>{t("admin.people.emptyHint")}</p>
        </EmptyState>
      )}
      <ul className="card-list">
        {people.map((person) => (
          <li key={person.id}>
            <AccountCard account={person} />
          </li>
        ))}
      </ul>
      <Pagination
        next={next && pathTo(language, "adminPeople", { q, after: next })}
        first={isFirst ? null : pathTo(language, "adminPeople", { q })}
      />
    </AdminPage>
  );
}
