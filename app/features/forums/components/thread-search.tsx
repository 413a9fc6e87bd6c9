import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

type Found = { id: string; slug: string; title: string; language: Language; category: string; posts: number };

/** Looks for the thread into which another is to be merged; each that was found leads on. */
export function ThreadSearch({ thread, sought }: { thread: { id: string; slug: string; found: Found[] }; sought: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, found } = thread;

  return (
    <div className="stack">
      <form className="form" method="get">
        <div className="field">
          <label className="field-label" htmlFor="sought">
            {t("threads.merge.sought")}
          </label>
          <p className="field-hint" id="sought-hint">
            {t("threads.merge.soughtHint")}
          </p>
          <div className="search">
            <input
              className="search-input"
              type="search"
              name="q"
              id="sought"
              aria-describedby="sought-hint"
              defaultValue={sought}
              maxLength={300}
            />
            <Button>{t("threads.merge.find")}</Button>
          </div>
        </div>
      </form>
      {sought && found.length === 0 && (
        <EmptyState title={t("threads.merge.nothing")}>
          <p>{t("threads.merge.nothingHint")}</p>
        </EmptyState>
      )}
      {found.length > 0 && (
        <section className="stack" aria-labelledby="found">
          <h2 id="found">{t("threads.merge.results")}</h2>
          <ul className="card-list">
            {found.map((one) => (
              <li className="card" key={one.id}>
                <h3 className="card-title" lang={one.language === language ? undefined : one.language}>
                  <a href={pathTo(language, "thread", { id: one.id, slug: one.slug })}>{one.title}</a>
                </h3>
                <p className="card-text">
                  {one.category} · {t("threads.merge.posts", { count: one.posts })}
                </p>
                <p>
                  <ButtonLink variant="secondary" small href={pathTo(language, "threadMerger", { id, slug, into: one.id })}>
                    {t("threads.merge.choose")}
                    <span className="visually-hidden"> – {one.title}</span>
                  </ButtonLink>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
