import type { Translate } from "~/i18n/translate";

type Item = { title: string; path: string; lang: string; posts: number; isAnswered: boolean };

export type Similar = { threads: Item[]; guides: Item[] };

/** Threads and guides that are like a title. It stands in a page, or comes by itself into the form of a new thread: so its words are given. */
export function SimilarList({ t, threads, guides }: Similar & { t: Translate }) {
  return (
    <>
      {threads.length > 0 && (
        <>
          <h2 className="similar-title">{t("uploads.similar.threads")}</h2>
          <ul className="similar-list">
            {threads.map((thread) => (
              <li key={thread.path}>
                <a href={thread.path} lang={thread.lang}>
                  {thread.title}
                </a>{" "}
                <span className="similar-more">
                  {t("uploads.similar.posts", { count: thread.posts })}
                  {thread.isAnswered && ` · ${t("uploads.similar.answered")}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {guides.length > 0 && (
        <>
          <h2 className="similar-title">{t("uploads.similar.guides")}</h2>
          <ul className="similar-list">
            {guides.map((guide) => (
              <li key={guide.path}>
                <a href={guide.path} lang={guide.lang}>
                  {guide.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
