import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { allows } from "~/features/accounts/roles";
import { ClaimList } from "~/features/claims/components/claim-list";
import { getClaims } from "~/features/claims/shown.server";
import { versionNames } from "~/features/claims/version-names.server";
import { SummaryPreview } from "~/features/evidence/components/summary-preview";
import { kindAt } from "~/features/library/kinds.server";
import { decide } from "~/features/publishing/review.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { choiceLabels } from "~/features/publishing/choice-labels.server";
import { LanguageGate } from "~/features/publishing/components/language-gate";
import { ReviewBarrier, ReviewClaim } from "~/features/publishing/components/review-claim";
import { KeptComment, ReviewDecision } from "~/features/publishing/components/review-decision";
import { ReviewSheet, SubmissionLine } from "~/features/publishing/components/review-sheet";
import { getReview } from "~/features/publishing/queue.server";
import { commentFault, decisionSchema } from "~/features/publishing/schema.server";
import { useKind } from "~/features/publishing/use-kind";
import { useLanguage, useTranslation } from "~/i18n/context";
import { refusalOf } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { type FormErrors as Errors, type FormValues, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const actor = requireActor(args);
  const [page, labels] = await Promise.all([getReview(kind, actor, language, param(args.params, "slug")), choiceLabels(kind, language)]);
  const [claims, versions] = await Promise.all([
    getClaims(actor, language, page.review?.fields.own),
    versionNames(actor, language, page.review?.changes ?? []),
  ]);
  return json({
    page,
    claims,
    labels: { ...labels, ...versions },
    isMine: page.review?.claimant?.id === actor.id,
    seesQueue: allows(actor, kind.review),
    alternates: workAlternates(kind.name, language, page.slug),
  });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const { data, errors, values } = await parseForm(args.request, decisionSchema);
  if (errors) return again(errors, values, 422);
  const fault = commentFault(data);
  if (fault) return again({ comment: [fault] }, values, 422);

  try {
    await decide(kind, actor, language, slug, data);
  } catch (error) {
    return again({ "": [await refusalOf(error, 409)] }, values, 409);
  }
  const headers = await flash(`reviews.review.done.${data.decision}`);
  return redirect(data.decision === "APPROVED" ? pathTo(language, kind.name, { slug }) : pathTo(language, "reviews"), { headers });
}

/** The form as it was sent, with what is wrong with it. */
const again = (errors: Errors, values: FormValues, status: number) => json({ errors, values }, { status });

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("reviews.review.title")} — ${data?.page.title ?? ""}`),
];

export default function ReviewPage() {
  const { page, claims, labels, isMine, seesQueue } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const { slug, title, review } = page;
  const isUpdate = page.publishedNumber !== null;
  const mayDecide = page.may.decide && (isMine || !review?.claimant);
  const own =
    kind === "summary" ? (
      <SummaryPreview own={review?.fields.own ?? {}} slug={slug} />
    ) : (
      <ClaimList claims={claims} html={review?.html ?? ""} />
    );
  const guide = { label: title, href: pathTo(language, kind, { slug }) };
  const queue = { label: t("reviews.queue.title"), href: pathTo(language, "reviews") };

  return (
    <>
      <Breadcrumbs steps={[seesQueue ? queue : guide, { label: seesQueue ? title : t("reviews.review.title") }]} />
      <div className="page page-reading">
        <FormErrors errors={errors} labels={{ decision: t("reviews.review.decision"), comment: t("reviews.review.comment") }} />
        <PageHeader eyebrow={t("reviews.review.title")} title={title}>
          {review && <SubmissionLine review={review} organization={page.organization} isUpdate={isUpdate} />}
        </PageHeader>
        {!mayDecide && <KeptComment comment={String(values?.comment ?? "")} />}
        {!review && <EmptyState title={t("reviews.review.nothing")}>{<p>{t("reviews.review.nothingHint")}</p>}</EmptyState>}
        {review && !page.may.decide && <ReviewBarrier isOwn={page.isOwn} />}
        {review && page.may.decide && <ReviewClaim review={review} isMine={isMine} action={pathTo(language, `${kind}Claim`, { slug })} />}
        {review && mayDecide && <LanguageGate slug={slug} beside={page.beside} to="reviewers" />}
        {review && <ReviewSheet review={review} isUpdate={isUpdate} labels={labels} own={own} />}
        {review && mayDecide && (
          <section className="stack" aria-labelledby="decide">
            <h2 id="decide">{t("reviews.review.decide")}</h2>
            <ReviewDecision review={review.id} errors={errors} values={values} />
          </section>
        )}
        <p className="cluster">
          <a href={guide.href}>{t("reviews.review.toGuide")}</a>
          {seesQueue && <a href={queue.href}>{t("reviews.review.toQueue")}</a>}
        </p>
      </div>
    </>
  );
}
