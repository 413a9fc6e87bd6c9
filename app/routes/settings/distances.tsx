import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { listDistances } from "~/features/people/distance.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const after = cursorOf(new URL(args.request.url));
  const { distances, next } = await listDistances(requireActor(args), after);
  const people = distances.map(({ since, ...person }) => ({ ...person, since: formatDate(since, args.context.language) }));
  return json({ people, next, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("flags.distances.title")),
  { name: "robots", content: "noindex" },
];

export default function DistancesPage() {
  const { people, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={t("flags.distances.title")} lead={t("flags.distances.lead")}>
      {people.length === 0 ? (
        <EmptyState title={t("flags.distances.none")}>
          <p>{t("flags.distances.noneText")}</p>
        </EmptyState>
      ) : (
        <ul className="session-list">
          {people.map((person) => (
            <DistantPerson key={person.id} {...person} />
          ))}
        </ul>
      )}
      <Pagination next={next && pathTo(language, "distances", { after: next })} first={isFirst ? null : pathTo(language, "distances")} />
    </SettingsPage>
  );
}

type Shown = { id: string; name: string; isBlocked: boolean; since: string };

function DistantPerson({ id, name, isBlocked, since }: Shown) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <li className="split">
      <div>
        <p className="session-name">{name}</p>
        <p className="field-hint">
          <Badge tone={isBlocked ? "warning" : "outline"}>{t(`flags.distances.${isBlocked ? "BLOCKED" : "MUTED"}`)}</Badge>{" "}
          {t("flags.distances.since", { at: since })}
        </p>
      </div>
      <div className="cluster">
        <ButtonLink variant="quiet" small href={pathTo(language, "distance", { id })} aria-label={t("flags.distances.changeOf", { name })}>
          {t("flags.distances.change")}
        </ButtonLink>
        <form method="post" action={pathTo(language, "distanceRemoval", { id })}>
          <Button variant="secondary" small aria-label={t("flags.distances.endOf", { name })}>
            {t("flags.distances.end")}
          </Button>
        </form>
      </div>
    </li>
  );
}
