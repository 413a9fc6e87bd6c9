import { useLanguage, useTranslation } from "~/i18n/context";
import { type PageName, pathTo } from "~/platform/paths";

/** What the menu of a thread has to know of it. `isDiscussion`: it belongs to a guide and stays with it. */
export type KeptThread = {
  id: string;
  slug: string;
  isPinned: boolean;
  isLocked: boolean;
  isArchived: boolean;
  isRemoved: boolean;
  isDiscussion: boolean;
  may: { keep: boolean; rename: boolean; remove: boolean; restore: boolean };
};

type Step = { page: PageName; label: "rename" | "move" | "merge" | "split" | "remove" };
type Act = { page: PageName; label: "lock" | "unlock" | "pin" | "unpin" | "archive" | "reopen" | "restore" };

/** What those who keep a place, and who began the thread, may do with it as a whole. Nothing for all others. */
export function ThreadTools({ thread }: { thread: KeptThread }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug } = thread;
  const acts = actsFor(thread);
  const steps = stepsFor(thread);
  if (acts.length + steps.length === 0) return null;

  return (
    <details className="menu thread-tools" data-menu>
      <summary className="button button-secondary button-small">{t("threads.tools.title")}</summary>
      <div className="menu-panel">
        {steps.map(({ page, label }) => (
          <a key={page} className="menu-item" href={pathTo(language, page, { id, slug })}>
            {t(`threads.tools.${label}`)}
          </a>
        ))}
        {acts.map(({ page, label }) => (
          <form key={page} method="post" action={pathTo(language, page, { id, slug })}>
            <button className="menu-item" type="submit">
              {t(`threads.tools.${label}`)}
            </button>
          </form>
        ))}
      </div>
    </details>
  );
}

function stepsFor({ isRemoved, isArchived, isDiscussion, may }: KeptThread): Step[] {
  if (isRemoved) return [];
  const steps: (Step | false)[] = [
    may.rename && { page: "threadTitle", label: "rename" },
    may.keep && !isDiscussion && { page: "threadCategory", label: "move" },
    may.keep && !isDiscussion && { page: "threadMerger", label: "merge" },
    may.keep && !isArchived && { page: "threadSplit", label: "split" },
    may.remove && { page: "threadRemoval", label: "remove" },
  ];
  return steps.filter((step) => step !== false);
}

function actsFor({ isRemoved, isArchived, isLocked, isPinned, may }: KeptThread): Act[] {
  if (isRemoved) return may.restore ? [{ page: "threadRestoration", label: "restore" }] : [];
  if (!may.keep) return [];
  if (isArchived) return [{ page: "threadReopening", label: "reopen" }];
  return [
    isLocked ? { page: "threadUnlocking", label: "unlock" } : { page: "threadLock", label: "lock" },
    isPinned ? { page: "threadUnpinning", label: "unpin" } : { page: "threadPin", label: "pin" },
    { page: "threadArchive", label: "archive" },
  ];
}
