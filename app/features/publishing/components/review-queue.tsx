import type { KindName } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

/** A submission in the queue; times as strings. */
export type Queued = {
  id: string;
  kind: KindName;
  language: Language;
  title: string;
  organization: string;
  words: number;
  submittedAt: string;
  submitter: string | null;
  claimant: string | null;
  isMine: boolean;
  isOwn: boolean;
  isUpdate: boolean;
  address: string;
};

/** What waits for a review. What one wrote oneself is marked: someone else reviews it. */
export function ReviewQueue({ items }: { items: Queued[] }) {
  return (
    <ol className="queue">
      {items.map((item) => (
        <QueueItem key={item.id} item={item} />
      ))}
    </ol>
  );
}

function QueueItem({ item }: { item: Queued }) {
  const t = useTranslation();
  const lang = item.language === useLanguage() ? undefined : item.language;

  return (
    <li className="queue-item">
      <div className="stack stack-small">
        <h2 className="card-title" lang={lang}>
          <a href={item.address} hrefLang={item.language}>
            {item.title}
          </a>
        </h2>
        <p className="badge-list">
          <Badge tone={item.isUpdate ? "info" : "accent"}>{t(item.isUpdate ? "reviews.queue.isUpdate" : "reviews.queue.isNew")}</Badge>
          <Badge tone="brand">{t(`reviews.queue.oneOf.${item.kind}`)}</Badge>
          <Badge tone="outline">{t(`publishing.language.${item.language}`)}</Badge>
          {item.isOwn && <Badge tone="warning">{t("reviews.queue.isOwn")}</Badge>}
        </p>
        <p className="meta-line">
          <span>{item.organization}</span>
          <span>
            {t("reviews.queue.submitted")} <Time at={item.submittedAt} withTime />{" "}
            {item.submitter && t("reviews.queue.by", { name: item.submitter })}
          </span>
          <span>{t("reviews.queue.words", { count: item.words })}</span>
          <span>
            {item.isMine
              ? t("reviews.queue.claimedByYou")
              : item.claimant
                ? t("reviews.queue.claimedBy", { name: item.claimant })
                : t("reviews.queue.nobody")}
          </span>
        </p>
        {item.isOwn && <p className="field-hint">{t("reviews.queue.ownHint")}</p>}
      </div>
      {!item.isOwn && (
        <ButtonLink variant="secondary" href={item.address} aria-label={t("reviews.queue.openNamed", { title: item.title })}>
          {t("reviews.queue.open")}
        </ButtonLink>
      )}
    </li>
  );
}
