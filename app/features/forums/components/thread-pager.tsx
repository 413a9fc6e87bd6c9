import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import type { Place } from "./post-article";

/** The pages of a thread. Each keeps its posts for ever, so an address found here stays right. */
export function ThreadPager({ thread, page, pages }: { thread: Place; page: number; pages: number }) {
  const t = useTranslation();
  const language = useLanguage();
  const at = (number: number) => pathTo(language, "thread", { id: thread.id, slug: thread.slug, page: number > 1 ? number : undefined });
  if (pages < 2) return <div id="thread-pager" />;

  return (
    <nav className="thread-pager" id="thread-pager" aria-label={t("forums.pager.label")}>
      {page > 1 && (
        <a className="button button-secondary button-small" href={at(page - 1)} rel="prev">
          {t("forums.pager.previous")}
        </a>
      )}
      <ol className="pager-numbers">
        {shownPages(page, pages).map((number, index, all) => (
          <li key={number} className={number - (all[index - 1] ?? number - 1) > 1 ? "pager-after-gap" : undefined}>
            <a
              className="pager-number"
              href={at(number)}
              aria-label={t("forums.pager.page", { page: number })}
              aria-current={number === page ? "page" : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="button button-secondary button-small" href={at(page + 1)} rel="next">
          {t("forums.pager.next")}
        </a>
      )}
    </nav>
  );
}

/** The first, the last, and those around the one that is open. */
const shownPages = (page: number, pages: number) =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
