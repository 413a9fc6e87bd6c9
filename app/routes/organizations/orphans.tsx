import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { entrustSchema } from "~/features/organizations/application-schema.server";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { getToLookAfter } from "~/features/organizations/orphans.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { Entrusting } from "~/features/publishing/components/entrusting";
import { OrphanList } from "~/features/publishing/components/orphan-list";
import { entrustContribution, listOrphans } from "~/features/publishing/orphans.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { id, name, slugs, people } = await getToLookAfter(actor, language, param(args.params, "slug"));
  const after = cursorOf(new URL(args.request.url));
  const { orphans, next } = await listOrphans(actor, language, { organizationId: id }, after);
  const slug = slugs[language];

  return json({
    ...{ name, slug, people },
    alternates: alternatesOf("organizationOrphans", slugs),
    orphans: orphans.map((orphan) => ({ ...orphan, href: pathTo(orphan.language, kindNameOf(orphan.kind), { slug: orphan.slug }) })),
    next: next && pathTo(language, "organizationOrphans", { slug, after: next }),
    first: after && pathTo(language, "organizationOrphans", { slug }),
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, entrustSchema, (choice) => entrustContribution(actor, choice));
  // There is a field for each text: what is wrong belongs to no one of them.
  if (form.again) return json({ errors: { "": Object.values(form.again.errors).flat() } }, form.init);

  const headers = await flash("applications.flash.entrusted");
  return redirect(pathTo(args.context.language, "organizationOrphans", { slug: param(args.params, "slug") }), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.orphans.ownTitle")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationOrphansPage() {
  const { name, slug, people, orphans, next, first } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const title = t("applications.orphans.ownTitle");

  return (
    <>
      <Breadcrumbs steps={[{ label: name, href: pathTo(useLanguage(), "organization", { slug }) }, { label: title }]} />
      <div className="page stack stack-large">
        <FormErrors errors={sent?.errors} />
        <PageHeader title={title} lead={t("applications.orphans.ownLead", { name })} />
        {orphans.length === 0 && (
          <EmptyState title={t("applications.orphans.empty")}>
            <p>{t("applications.orphans.emptyHint")}</p>
          </EmptyState>
        )}
        <OrphanList below="page" orphans={orphans} about={({ id, title }) => <Entrusting id={id} title={title} people={people} />} />
        <Pagination next={next} first={first} />
      </div>
    </>
  );
}
