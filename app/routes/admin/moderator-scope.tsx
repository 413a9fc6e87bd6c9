import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { getScopeForm } from "~/features/moderation/scope-page.server";
import { scopeModerator } from "~/features/moderation/scope.server";
import { scopeSchema } from "~/features/moderation/scope-schema.server";
import { searchOrganizations } from "~/features/organizations/administration.server";
import { OrganizationSearch } from "~/features/organizations/components/organization-search";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languages } from "~/i18n/languages";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { soughtText } from "~/platform/list-query";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

const MOST_ADDED = 20;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const url = new URL(args.request.url);
  const sought = soughtText(url.searchParams.get("q"));
  const added = idsIn(url.searchParams.get("add"));
  const form = await getScopeForm(actor, language, id, added);
  const found = await searchOrganizations(actor, language, sought, "MEMBER");
  const isThere = (organization: string) => form.organizations.some(({ value }) => value === organization);

  return json({
    ...form,
    id,
    added,
    sought,
    found: found
      .filter((one) => !isThere(one.id))
      .map((one) => ({ ...one, href: pathTo(language, "moderatorScope", { id, add: [...added, one.id].join(",") }) })),
  });
}

const idsIn = (list: string | null) =>
  (list ?? "")
    .split(",")
    .filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    .slice(0, MOST_ADDED);

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const sent = await attempt(args.request, scopeSchema, (form) => scopeModerator(actor, id, form));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "adminPerson", { id }), { headers: await flash("moderation.scope.saved") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location, data }) => [
  pageTitle(location.pathname, (t) => t("moderation.scope.title", { name: data?.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function ModeratorScopePage() {
  const { id, name, scope, added, categories, organizations, sought, found } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const chosen = (field: string, otherwise: readonly string[]): string[] => (sent ? [sent.values[field] ?? []].flat() : [...otherwise]);
  const fields = [
    { name: "languages", options: languages.map((value) => ({ value, label: t(`publishing.language.${value}`) })), given: scope.languages },
    { name: "categories", options: categories, given: scope.categoryIds },
    { name: "organizations", options: organizations, given: [...scope.organizationIds, ...added] },
  ] as const;

  return (
    <AdminPage title={t("moderation.scope.title", { name })} lead={t("moderation.scope.lead")}>
      <FormErrors
        errors={sent?.errors}
        labels={{
          languages: t("moderation.scope.languages"),
          categories: t("moderation.scope.categories"),
          organizations: t("moderation.scope.organizations"),
        }}
      />
      <form className="form" method="post">
        {fields.map(({ name, options, given }) => (
          <Checkboxes
            key={name}
            name={name}
            legend={t(`moderation.scope.${name}`)}
            hint={t(`moderation.scope.${name}Hint`)}
            options={options}
            defaultValues={chosen(name, given)}
            errors={sent?.errors[name]}
            className="choice-list-columns"
          />
        ))}
        <Button>{t("moderation.scope.save")}</Button>
      </form>
      <OrganizationSearch
        label={t("moderation.scope.search")}
        hint={t("moderation.scope.searchHint")}
        submit={t("moderation.scope.searchSubmit")}
        sought={sought}
        nothing={t("moderation.scope.nothingFound")}
        found={found}
      />
      <p>
        <a href={pathTo(language, "adminPerson", { id })}>{t("admin.person.back", { name })}</a>
      </p>
    </AdminPage>
  );
}
