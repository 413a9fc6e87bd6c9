import { limits } from "~/features/publishing/limits";
import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Radios, TextArea } from "~/ui/field";

const decisions = ["APPROVED", "CHANGES_REQUESTED", "DECLINED"] as const;

/** What an editor decides about a submission, with a word to its authors. */
export function ReviewDecision({ review, errors, values }: { review: string; errors?: Errors; values?: FormValues }) {
  const t = useTranslation();

  return (
    <form className="form" method="post">
      <input type="hidden" name="review" value={review} />
      <Radios
        name="decision"
        legend={t("reviews.review.decision")}
        errors={errors?.decision}
        defaultValue={String(values?.decision ?? "")}
        options={decisions.map((value) => ({
          value,
          label: t(`reviews.review.${value}`),
          hint: t(`reviews.review.${value}Hint`),
        }))}
      />
      <TextArea
        name="comment"
        label={t("reviews.review.comment")}
        hint={t("reviews.review.commentHint")}
        errors={errors?.comment}
        defaultValue={String(values?.comment ?? "")}
        maxLength={limits.comment}
      />
      <Button>{t("reviews.review.submit")}</Button>
    </form>
  );
}

/** A comment that came too late to be sent: nobody should have to write it twice. */
export function KeptComment({ comment }: { comment: string }) {
  const t = useTranslation();
  if (comment === "") return null;

  return <TextArea name="kept" label={t("reviews.review.kept")} hint={t("reviews.review.keptHint")} defaultValue={comment} readOnly />;
}
