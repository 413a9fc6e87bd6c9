import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClearedNotices, ReviewForm } from "~/features/claims/components/evidence-review";
import { clearNotices, getEvidenceReview, reviewSchema } from "~/features/claims/review.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
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
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const page = await getEvidenceReview(practiceKind, requireActor(args), language, slug);
  if (page.slug !== slug) throw redirect(pathTo(language, "evidenceReview", { slug: page.slug }));

  return json({ page, alternates: workAlternates(practiceKind.name, language, page.slug) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const { data, errors, values } = await parseForm(args.request, reviewSchema);
  if (errors) return again(errors, values, 422);

  try {
    await clearNotices(practiceKind, actor, language, slug, data);
  } catch (error) {
    return again({ "": [await refusalOf(error, 409)] }, values, 409);
  }
  return redirect(pathTo(language, "evidenceReview", { slug }), { headers: await flash("claims.review.done") });
}

/** The form as it was sent, with what is wrong with it. */
const again = (errors: Errors, values: FormValues, status: number) => json({ errors, values }, { status });

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("claims.review.title")} — ${data?.page.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function EvidenceReviewPage() {
  const { page } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const guide = pathTo(language, "practice", { slug: page.slug });
  const open = page.notices.filter(({ clearedOn }) => clearedOn === null);
  const cleared = page.notices.filter(({ clearedOn }) => clearedOn !== null);
  const labels = { notice: t("claims.review.which"), outcome: t("claims.review.outcome"), note: t("claims.review.note") };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: page.title, href: guide },
          { label: t("claims.review.title") },
        ]}
      />
      <div className="page page-reading">
        <FormErrors errors={errors} labels={labels} />
        <PageHeader eyebrow={page.title} title={t("claims.review.title")} lead={t("claims.review.lead")} />
        {open.length > 0 ? (
          <ReviewForm notices={open} slug={page.slug} labels={labels} errors={errors ?? {}} values={values ?? {}} />
        ) : (
          <EmptyState title={t("claims.review.nothing")}>
            <p>
              <a href={guide}>{t("claims.review.toGuide")}</a>
            </p>
          </EmptyState>
        )}
        {open.length === 0 && typeof values?.note === "string" && <p className="quoted">{values.note}</p>}
        {cleared.length > 0 && <ClearedNotices notices={cleared} />}
      </div>
    </>
  );
}
