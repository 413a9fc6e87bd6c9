import { useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { Button } from "~/ui/button";

/** The quiet way to follow a guide or a summary, or to stop. `about` names it on the list of all that one follows, where one stays. */
export function FollowWork({
  action,
  isFollowed,
  what,
  about,
}: {
  action: string;
  isFollowed: boolean;
  what: "practice" | "summary";
  about?: { title: string; language: Language };
}) {
  const t = useTranslation();

  return (
    <form className="no-print" method="post" action={action}>
      {about && <input type="hidden" name="from" value="follows" />}
      <input type="hidden" name="follow" value={isFollowed ? "no" : "yes"} />
      <Button variant="secondary" small>
        {t(isFollowed ? "notifications.follow.work.stop" : `notifications.follow.work.${what}`)}
        {about && (
          <span className="visually-hidden">
            {" "}
            (<span lang={about.language}>{about.title}</span>)
          </span>
        )}
      </Button>
    </form>
  );
}
