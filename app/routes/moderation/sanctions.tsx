import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { SanctionRows } from "~/features/moderation/components/sanction-rows";
import { listSanctions } from "~/features/moderation/sanction-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const after = cursorOf(url);
  const isPast = url.searchParams.get("state") === "past";
  return json({ ...(await listSanctions(requireActor(args), { isPast, after })), isPast, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.sanctions.title")),
  { name: "robots", content: "noindex" },
];

export default function SanctionsPage() {
  const { sanctions, next, isPast, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const queue = { label: t("moderation.queue.title"), href: pathTo(language, "moderation") };
  const at = (state: boolean, values = {}) => pathTo(language, "sanctions", { state: state ? "past" : undefined, ...values });

  return (
    <>
      <Breadcrumbs steps={[queue, { label: t("appeals.sanctions.title") }]} />
      <div className="page">
        <PageHeader title={t("appeals.sanctions.title")} lead={t("appeals.sanctions.lead")} />
        <div className="stack">
          <nav aria-label={t("appeals.sanctions.filter")}>
            <ul className="chip-list">
              {[false, true].map((past) => (
                <li key={String(past)}>
                  <a className="chip" href={at(past)} aria-current={past === isPast ? "true" : undefined}>
                    {t(`appeals.sanctions.${past ? "past" : "present"}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {sanctions.length > 0 ? (
            <SanctionRows sanctions={sanctions} isPast={isPast} />
          ) : (
            <EmptyState title={t(`appeals.sanctions.empty${isPast ? "Past" : ""}`)}>
              <p>{t("appeals.sanctions.emptyText")}</p>
            </EmptyState>
          )}
          <Pagination next={next && at(isPast, { after: next })} first={isFirst ? null : at(isPast)} />
        </div>
      </div>
    </>
  );
}
