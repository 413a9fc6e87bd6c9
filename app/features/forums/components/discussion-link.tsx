import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

type Thread = { id: string; slug: string; posts: number };

/** The way from a guide to what people say of it. `begin` is where the first post is written. */
export function DiscussionLink({ thread, begin }: { thread: Thread | null; begin: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="discussion-link no-print" aria-labelledby="discussion">
      <div>
        <h2 id="discussion">{t("threads.discussion.title")}</h2>
        <p>{thread ? t("threads.discussion.posts", { count: thread.posts }) : t("threads.discussion.none")}</p>
        {!thread && <p className="field-hint">{t("threads.discussion.hint")}</p>}
      </div>
      <ButtonLink variant="secondary" href={thread ? pathTo(language, "thread", { id: thread.id, slug: thread.slug }) : begin}>
        {t(thread ? "threads.discussion.join" : "threads.discussion.begin")}
      </ButtonLink>
    </section>
  );
}
