import type { AdoptionPage, Event } from "~/features/adoption/page.server";
import { isUnconfirmed, saidOn } from "~/features/adoption/standing";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

type Props = {
  page: Pick<AdoptionPage, "id" | "last" | "isNamed">;
  now: Pick<Event, "at" | "on" | "stage"> | null;
  day: string;
  /** The day of the past that is shown, if any. */
  past: string | null;
  isToCome: boolean;
};

/** What to know before one reads about an adoption: which day is shown, whether it was taken back, not confirmed, or is not named. */
export function AdoptionNotices({ page: { id, last, isNamed }, now, day, past, isToCome }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const date = (text: string) => formatDate(text, language);
  const isWithdrawn = last.verb === "WITHDRAWN" && !past;

  return (
    <>
      {isToCome && <Notice kind="warning" title={t("adoption.list.toCome")} />}
      {past && (
        <Notice title={t("adoption.list.past", { date: date(past) })}>
          <p>
            {!now && `${t("adoption.page.notYet")}. `}
            <a href={pathTo(language, "adoption", { id })}>{t("adoption.list.today")}</a>
          </p>
        </Notice>
      )}
      {isWithdrawn && (
        <Notice kind="warning" title={t("adoption.page.withdrawn", { date: date(last.on) })}>
          {t("adoption.page.withdrawnHint")}
        </Notice>
      )}
      {now && isUnconfirmed(now, day) && <Notice kind="warning" title={t("adoption.page.unconfirmed", { date: date(saidOn(now)) })} />}
      {!isNamed && <Notice title={t("adoption.page.unnamed")} />}
    </>
  );
}
