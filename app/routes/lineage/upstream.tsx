import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { UpstreamForm } from "~/features/lineage/components/upstream-form";
import { settlementOf, settlementSchema } from "~/features/lineage/schema.server";
import { getUpstream, settleUpstream } from "~/features/lineage/settling.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { useErrorText } from "~/ui/error-text";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const page = await getUpstream(practiceKind, actor, language, param(args.params, "slug"));
  return json({ ...page, alternates: workAlternates("practice", language, page.slug) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, settlementSchema);
  if (form.errors) throw unprocessable("site.form.invalid");
  const settlement = settlementOf(form.data);
  try {
    const { conflicts } = await settleUpstream(practiceKind, actor, language, slug, settlement);
    const words = conflicts.length > 0 ? "upstream.form.doneWithConflicts" : "upstream.form.done";
    return redirect(pathTo(language, "practiceEdit", { slug }), { headers: await flash(words) });
  } catch (refusal) {
    if (!(refusal instanceof Response) || ![409, 422].includes(refusal.status)) throw refusal;
    return json({ reason: await refusal.text(), chosen: Object.fromEntries(settlement.choices) }, { status: refusal.status });
  }
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("upstream.title", { title: data?.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function UpstreamPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const errorText = useErrorText();
  const { slug, title, parent, isNewer, isInReview, from } = page;

  return (
    <div className="page page-reading">
      <Breadcrumbs steps={[{ label: title, href: pathTo(language, "practice", { slug }) }, { label: t("upstream.step") }]} />
      <PageHeader
        title={t("upstream.title", { title })}
        lead={isNewer && parent ? t("upstream.lead", { from, to: parent.number }) : undefined}
      />
      {sent && <Notice kind="danger" title={errorText(sent.reason)} />}
      {!parent && <Notice title={t("upstream.gone")} />}
      {parent && (
        <p>
          <a href={pathTo(language, "practice", { slug: parent.slug })}>{t("upstream.read", { title: parent.title })}</a>
        </p>
      )}
      {parent && !isNewer && <Notice title={t("upstream.upToDate")} />}
      {parent && isNewer && isInReview && (
        <Notice kind="warning" title={t("upstream.error.inReview")}>
          <ButtonLink variant="secondary" href={pathTo(language, "practiceEdit", { slug })}>
            {t("upstream.toEditor")}
          </ButtonLink>
        </Notice>
      )}
      {parent && isNewer && !isInReview && <UpstreamForm page={page} chosen={sent?.chosen ?? {}} />}
    </div>
  );
}
