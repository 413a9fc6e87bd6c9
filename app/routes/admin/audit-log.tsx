import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { auditFiltersOf, auditQueryOf } from "~/features/moderation/audit-filters";
import { listAudit } from "~/features/moderation/audit-log.server";
import { AuditChain } from "~/features/moderation/components/audit-chain";
import { AuditEntry } from "~/features/moderation/components/audit-entry";
import { AuditFiltersForm, useChosenAudit } from "~/features/moderation/components/audit-filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { numberIn } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { ChosenFilters, NothingFits } from "~/ui/chosen-filters";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url);
  const filters = auditFiltersOf(url);
  const after = numberIn(url, "after") ?? null;
  const page = await listAudit(actor, filters, after);
  // A form sends every field; what is not set has no place in an address.
  if ([...url.searchParams.values()].includes("")) throw redirect(pathTo(args.context.language, "auditLog", auditQueryOf(filters)));

  return json({ ...page, filters, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("audit.title")),
  { name: "robots", content: "noindex" },
];

export default function AuditLogPage() {
  const { entries, next, chain, staff, filters, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = auditQueryOf(filters);
  const chosen = useChosenAudit(filters, staff);
  const all = pathTo(language, "auditLog");
  const isBroken = chain.checked?.name === "audit.broken";

  return (
    <AdminPage title={t("audit.title")} lead={t("audit.lead")}>
      {isBroken && <AuditChain chain={chain} />}
      <AuditFiltersForm filters={filters} staff={staff} />
      <section className="stack" aria-labelledby="entries">
        <h2 id="entries">{t("audit.entries.title")}</h2>
        <ChosenFilters chosen={chosen} all={all} />
        {entries.length === 0 && chosen.length === 0 && (
          <EmptyState title={t("audit.empty")}>
            <p>{t("audit.emptyHint")}</p>
          </EmptyState>
        )}
        {entries.length === 0 && chosen.length > 0 && (
          <NothingFits title={t("audit.none")} hint={t("audit.noneHint")} chosen={chosen} all={all} />
        )}
        <ol className="audit-entries">
          {entries.map((entry) => (
            <AuditEntry key={entry.number} entry={entry} />
          ))}
        </ol>
        <Pagination
          next={next === null ? null : pathTo(language, "auditLog", { ...query, after: next })}
          first={isFirst ? null : pathTo(language, "auditLog", query)}
        />
      </section>
      <section className="stack" aria-labelledby="export">
        <h2 id="export">{t("audit.export.title")}</h2>
        <p>{t("audit.export.lead")}</p>
        <p className="cluster">
          <ButtonLink href={pathTo(language, "auditExport", { ...query, format: "csv" })} variant="secondary">
            {t("audit.export.csv")}
          </ButtonLink>
          <ButtonLink href={pathTo(language, "auditExport", { ...query, format: "jsonl" })} variant="secondary">
            {t("audit.export.jsonl")}
          </ButtonLink>
        </p>
      </section>
      {!isBroken && <AuditChain chain={chain} />}
    </AdminPage>
  );
}
