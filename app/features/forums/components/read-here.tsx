import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

/** Marks a thread as read up to a number, where no script does it: stands at the end of the page, for members. */
export function ReadHere({ thread: { id, slug }, number }: { thread: { id: string; slug: string }; number: number }) {
  const t = useTranslation();

  return (
    <noscript>
      <form className="read-here" method="post" action={pathTo(useLanguage(), "threadReading", { id, slug })}>
        <input type="hidden" name="number" value={number} />
        <Button variant="secondary" small>
          {t("notifications.reading.here")}
        </Button>
      </form>
    </noscript>
  );
}
