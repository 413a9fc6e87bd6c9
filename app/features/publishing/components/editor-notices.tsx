import type { LocalCopy } from "~/features/publishing/local-copy";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useTimeZone } from "~/ui/time-zone";

/** Times come in words: a browser and the server may write them differently. */
export type Standing = {
  slug: string;
  /** How many parts are behind the other language. */
  behind: number;
  base: number;
  latest: number;
  isPublished: boolean;
  draftSavedAtText: string | null;
  verdict: { decision: "CHANGES_REQUESTED" | "DECLINED"; comment: string; by: string | null; on: string } | null;
};

/** What to know before writing on: a draft that was found, a revision that came in between, what a reviewer said. */
export function EditorNotices({ standing }: { standing: Standing }) {
  const t = useTranslation();
  const language = useLanguage();
  const kind = useKind();
  const { verdict, draftSavedAtText, base, latest, behind, slug } = standing;

  return (
    <>
      {verdict && <Verdict verdict={verdict} />}
      {base < latest && (
        <Notice kind="warning" title={t("writing.notice.newerRevision", { latest })}>
          {t("writing.notice.newerRevisionText", { base })}
        </Notice>
      )}
      {draftSavedAtText && (
        <Notice title={t("writing.notice.draftFound")}>{t("writing.notice.draftFoundText", { time: draftSavedAtText })}</Notice>
      )}
      {behind > 0 && (
        <Notice title={t("parity.editor.behind", { count: behind })}>
          <a href={pathTo(language, `${kind}Parity`, { slug })}>{t("parity.editor.see")}</a>
        </Notice>
      )}
      {standing.isPublished && <Notice>{t("writing.notice.live")}</Notice>}
    </>
  );
}

/** What the last reviewer wrote to the author. */
export function Verdict({ verdict: { decision, comment, by, on } }: { verdict: NonNullable<Standing["verdict"]> }) {
  const t = useTranslation();

  return (
    <Notice kind="warning" title={t(`writing.notice.${decision}`)}>
      <blockquote className="quoted">{comment}</blockquote>
      <p className="field-hint">{by ? t("writing.notice.by", { name: by, date: on }) : on}</p>
    </Notice>
  );
}

/** Text that this browser kept because the portal did not have it yet. */
export function CopyOffer({ offer, onTake, onDrop }: { offer: LocalCopy; onTake: () => void; onDrop: () => void }) {
  const t = useTranslation();
  const time = formatTime(offer.at, useLanguage(), useTimeZone());

  return (
    <div role="alert">
      <Notice kind="warning" title={t("writing.notice.copyFound")}>
        <p>{t("writing.notice.copyFoundText", { time })}</p>
        <div className="button-row">
          <Button type="button" small onClick={onTake}>
            {t("writing.notice.copyRestore")}
          </Button>
          <Button type="button" variant="quiet" small onClick={onDrop}>
            {t("writing.notice.copyDrop")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
