import { useTranslation } from "~/i18n/context";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

/** A revision as its page shows it; times as strings. */
export type ListedRevision = {
  number: number;
  createdAt: string;
  words: number;
  restoredFrom: number | null;
  author: { name: string } | null;
  isByFormerMember: boolean;
  isPublished: boolean;
  isLatest: boolean;
};

/** The revisions of a text, newest first, each leading to what it says and what it changed. */
export function RevisionList({ revisions, addressOf }: { revisions: ListedRevision[]; addressOf: (number: number) => string }) {
  const t = useTranslation();

  return (
    <ol className="timeline" reversed>
      {revisions.map((revision) => (
        <li key={revision.number} className={revision.isPublished ? "timeline-item timeline-item-current" : "timeline-item"}>
          <div className="cluster">
            <a className="timeline-link" href={addressOf(revision.number)}>
              {t("reviews.history.revision", { number: revision.number })}
            </a>
            {revision.isLatest && <Badge tone="brand">{t("reviews.history.latest")}</Badge>}
            {revision.isPublished && <Badge tone="success">{t("reviews.history.published")}</Badge>}
          </div>
          <RevisionLine revision={revision} />
        </li>
      ))}
    </ol>
  );
}

/** When a revision was saved, by whom, and from what. */
export function RevisionLine({
  revision,
}: {
  revision: Pick<ListedRevision, "createdAt" | "author" | "isByFormerMember" | "restoredFrom"> & { words?: number };
}) {
  const t = useTranslation();

  return (
    <p className="meta-line">
      <span>
        <Time at={revision.createdAt} withTime /> {revision.author && t("reviews.history.by", { name: revision.author.name })}
        {revision.isByFormerMember && t("leaving.byFormerMember")}
      </span>
      {revision.words !== undefined && <span>{t("reviews.history.words", { count: revision.words })}</span>}
      {revision.restoredFrom !== null && <span>{t("reviews.history.restoredFrom", { number: revision.restoredFrom })}</span>}
    </p>
  );
}
