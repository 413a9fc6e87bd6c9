import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { StewardlessOrganizations } from "~/features/organizations/components/stewardless-organizations";
import { listStewardless } from "~/features/organizations/orphans.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { OrphanList } from "~/features/publishing/components/orphan-list";
import { listOrphans } from "~/features/publishing/orphans.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

const kinds = ["organizations", "texts", "closed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const url = new URL(args.request.url);
  const kind = kinds.find((each) => each === url.searchParams.get("kind")) ?? "organizations";
  const after = cursorOf(url);
  const { organizations, next: nextOrganization } =
    kind === "organizations" ? await listStewardless(actor, language, after) : { organizations: [], next: null };
  const { orphans, next: nextText } =
    kind === "organizations" ? { orphans: [], next: null } : await listOrphans(actor, language, kind, after);
  const next = nextOrganization ?? nextText;

  return json({
    kind,
    organizations,
    orphans: orphans.map((orphan) => ({ ...orphan, href: pathTo(orphan.language, kindNameOf(orphan.kind), { slug: orphan.slug }) })),
    next: next && pathTo(language, "adminOrphans", { kind, after: next }),
    first: after && pathTo(language, "adminOrphans", { kind }),
  });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.orphans.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminOrphansPage() {
  const { kind, organizations, orphans, next, first } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <AdminPage title={t("applications.orphans.title")} lead={t("applications.orphans.lead")}>
      <nav aria-label={t("applications.orphans.kinds")}>
        <ul className="chip-list">
          {kinds.map((each) => (
            <li key={each}>
              <a className="chip" href={pathTo(language, "adminOrphans", { kind: each })} aria-current={each === kind ? "true" : undefined}>
                {t(`applications.orphans.kind.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{t(`applications.orphans.kind.${kind}`)}</h2>
      {organizations.length + orphans.length === 0 && (
        <EmptyState title={t("applications.orphans.empty")}>
          <p>{t("applications.orphans.emptyHint")}</p>
        </EmptyState>
      )}
      <StewardlessOrganizations organizations={organizations} />
      <OrphanList below="section" orphans={orphans} />
      <Pagination next={next} first={first} />
    </AdminPage>
  );
}
