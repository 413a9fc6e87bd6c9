import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { listOwnSessions } from "~/features/accounts/own-sessions.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const time = (at: Date) => formatTime(at, args.context.language, actor.timeZone);
  const sessions = await listOwnSessions(actor, args.context.sessionToken);

  return json({
    sessions: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({ ...session, started: time(createdAt), seen: time(lastSeenAt) })),
  });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("settings.sessions.title")),
  { name: "robots", content: "noindex" },
];

export default function SessionsPage() {
  const { sessions } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <SettingsPage title={t("settings.sessions.title")} lead={t("settings.sessions.lead")}>
      <ul className="session-list" aria-label={t("settings.sessions.list")}>
        {sessions.map((session) => (
          <Session key={session.id} {...session} />
        ))}
      </ul>
      {sessions.some(({ isHere }) => !isHere) ? (
        <form method="post" action={pathTo(language, "otherSessions")}>
          <Button variant="secondary">{t("settings.sessions.endOthers")}</Button>
        </form>
      ) : (
        <p>{t("settings.sessions.onlyThis")}</p>
      )}
      <p className="field-hint">
        {t("settings.sessions.precision")} {t("settings.sessions.doubt")}{" "}
        <a href={pathTo(language, "passwordChange")}>{t("accounts.settings.savePassword")}</a>
      </p>
    </SettingsPage>
  );
}

type Shown = { id: string; device: string; started: string; seen: string; isHere: boolean };

function Session({ id, device, started, seen, isHere }: Shown) {
  const language = useLanguage();
  const t = useTranslation();
  const name = device || t("settings.sessions.unknownDevice");

  return (
    <li className="split">
      <div>
        <p className="session-name">{name}</p>
        <p className="field-hint">{t("settings.sessions.started", { at: started })}</p>
        <p className="field-hint">{t("settings.sessions.lastSeen", { at: seen })}</p>
      </div>
      {isHere ? (
        <Badge tone="success">{t("settings.sessions.here")}</Badge>
      ) : (
        <form method="post" action={pathTo(language, "sessionEnding")}>
          <input type="hidden" name="session" value={id} />
          <Button variant="secondary" small aria-label={t("settings.sessions.endNamed", { device: name, seen })}>
            {t("settings.sessions.end")}
          </Button>
        </form>
      )}
    </li>
  );
}
