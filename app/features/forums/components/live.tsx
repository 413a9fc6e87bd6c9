import { useLanguage, useTranslation } from "~/i18n/context";
import { liveAt, pathTo } from "~/platform/paths";

/**
 * The short script that brings in what is new while the page is open, with the few words that it needs. A thread has an element
 * `[data-thread]`, a list rows `[data-thread]` in `[data-live="lists"]`. `thread` is given where how far one reads is kept: for members.
 */
export function Live({ thread }: { thread?: { id: string; slug: string } }) {
  const t = useTranslation();
  const language = useLanguage();
  const words = {
    reply: t("notifications.live.replies", { count: 1 }),
    replies: t("notifications.live.replies", { count: 2 }).replace("2", "{n}"),
    further: t("notifications.live.further"),
    thread: t("notifications.live.threads", { count: 1 }),
    threads: t("notifications.live.threads", { count: 2 }).replace("2", "{n}"),
    bell: t("notifications.live.bell"),
  };

  return (
    <>
      <div
        className="live"
        id="live"
        data-address={liveAt}
        data-reading={thread && pathTo(language, "threadReading", thread)}
        data-words={JSON.stringify(words)}
      />
      <script src="/build/live.js" defer />
    </>
  );
}
