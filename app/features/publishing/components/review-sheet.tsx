import type { ReactNode } from "react";

import type { ChoiceLabels } from "~/features/publishing/choice-labels.server";
import type { FieldDiff } from "~/features/publishing/diff";
import type { Details } from "~/features/publishing/fields";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useTranslation } from "~/i18n/context";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

import { Diff } from "./diff";
import { ReviewDetails } from "./review-details";
import { WrittenText } from "./written-text";

/** A submission as a review's page shows it; times as strings. */
export type Submission = {
  number: number;
  fields: Details & { title: string; summary: string };
  html: string;
  sourcesHtml: string;
  words: number;
  submittedAt: string;
  submitter: { name: string } | null;
  changes: FieldDiff[];
};

/** What was submitted, by whom and when. */
export function SubmissionLine({ review, organization, isUpdate }: { review: Submission; organization: string; isUpdate: boolean }) {
  const t = useTranslation();

  return (
    <>
      <p className="badge-list">
        <Badge tone={isUpdate ? "info" : "accent"}>{t(isUpdate ? "reviews.queue.isUpdate" : "reviews.queue.isNew")}</Badge>
      </p>
      <p className="meta-line">
        <span>{organization}</span>
        <span>{t("reviews.history.revision", { number: review.number })}</span>
        <span>
          {t("reviews.queue.submitted")} <Time at={review.submittedAt} withTime />{" "}
          {review.submitter && t("reviews.queue.by", { name: review.submitter.name })}
        </span>
        <span>{t("reviews.queue.words", { count: review.words })}</span>
        <span>{t("practices.guide.readingTime", { count: readingMinutes(review.words) })}</span>
      </p>
    </>
  );
}

type SheetProps = {
  review: Submission;
  isUpdate: boolean;
  labels: ChoiceLabels;
  /** What only its kind shows of it. */
  own: ReactNode;
};

/** A submission to read: what is new about it, the text as readers would see it, and what it says about itself. */
export function ReviewSheet({ review, isUpdate, labels, own }: SheetProps) {
  const t = useTranslation();

  return (
    <>
      <section className="stack" aria-labelledby="changes">
        <h2 id="changes">{t("reviews.review.changes")}</h2>
        {isUpdate ? <Diff changes={review.changes} labels={labels} /> : <p>{t("reviews.review.firstTime")}</p>}
      </section>
      <section className="stack" aria-labelledby="text">
        <h2 id="text">{t("reviews.review.text")}</h2>
        <WrittenText text={{ ...review.fields, html: review.html, sourcesHtml: review.sourcesHtml }}>{own}</WrittenText>
      </section>
      <section className="stack" aria-labelledby="details">
        <h2 id="details">{t("reviews.review.details")}</h2>
        <ReviewDetails details={review.fields} labels={labels} />
      </section>
    </>
  );
}
