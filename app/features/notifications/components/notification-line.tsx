import type { Language } from "~/i18n/languages";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

import type { NotificationKind } from "../kinds";

/** A line of an inbox, with what its reader may know of it now. Without `about` they may know nothing. */
export type ShownLine = {
  id: string;
  kind: NotificationKind;
  count: number;
  at: string;
  isRead: boolean;
  isReadByHand: boolean;
  about: { name: string | null; title: string; language: Language; href: string } | null;
};

/** One thing that someone was told of. */
export function NotificationLine({ id, kind, count, at, isRead, isReadByHand, about }: ShownLine) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <li className="notification" data-unread={isRead ? undefined : ""}>
      <p className="notification-words">
        {about ? (
          <a href={about.href}>
            <Sentence kind={kind} count={count} {...about} />
          </a>
        ) : (
          t("notifications.hidden")
        )}
      </p>
      <p className="notification-meta">
        {!isRead && <Badge tone="accent">{t("notifications.unread")}</Badge>}
        <Time at={at} withTime />
      </p>
      {isReadByHand && (
        <form method="post" action={pathTo(language, "notificationsReading")}>
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet" small>
            {t("notifications.markOne")}
          </Button>
        </form>
      )}
    </li>
  );
}

/** The title stands in its own language within the sentence. */
function Sentence({ kind, count, name, title, language }: Pick<ShownLine, "kind" | "count"> & NonNullable<ShownLine["about"]>) {
  const t = useTranslation();
  const [before = "", after = ""] = t(`notifications.kinds.${kind}`, {
    count,
    name: name ?? t("notifications.someone"),
    title: "\u0001",
  }).split("\u0001");

  return (
    <>
      {before}
      <bdi lang={language}>{title}</bdi>
      {after}
    </>
  );
}
