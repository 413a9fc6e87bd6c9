import type { ReviewPage } from "~/features/publishing/queue.server";
import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Who looks at a review. The form names who had it when the page was drawn, so that of two who take it at once one is told. */
export type Claim = Pick<NonNullable<ReviewPage["review"]>, "id" | "claimant">;

/** Says who has a review, and lets someone take it. */
export function ReviewClaim({ review, isMine, action }: { review: Claim; isMine: boolean; action: string }) {
  const t = useTranslation();
  if (isMine) return <Notice kind="success" title={t("reviews.review.claimedByYou")} />;

  const { claimant } = review;
  const form = (
    <form method="post" action={action}>
      <input type="hidden" name="review" value={review.id} />
      <input type="hidden" name="claimant" value={claimant?.id ?? ""} />
      <Button variant="secondary">{t(claimant ? "reviews.review.takeOver" : "reviews.review.claim")}</Button>
    </form>
  );
  if (!claimant)
    return (
      <div className="cluster">
        {form}
        <p className="field-hint">{t("reviews.review.claimHint")}</p>
      </div>
    );
  return (
    <Notice kind="warning" title={t("reviews.review.claimedBy", { name: claimant.name })}>
      <p>{t("reviews.review.claimedByHint")}</p>
      {form}
    </Notice>
  );
}

/** Why someone may read a review, but not decide it. */
export function ReviewBarrier({ isOwn }: { isOwn: boolean }) {
  const t = useTranslation();
  return (
    <Notice title={t(isOwn ? "reviews.review.own" : "reviews.review.readOnly")}>
      {t(isOwn ? "reviews.review.ownHint" : "reviews.review.readOnlyHint")}
    </Notice>
  );
}
