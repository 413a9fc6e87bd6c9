import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { limits } from "~/features/publishing/limits";
import { useKind } from "~/features/publishing/use-kind";
import { getForWaiver, waive, waiverSchema } from "~/features/publishing/waiver.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Field, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const page = await getForWaiver(kind, requireActor(args), language, param(args.params, "slug"));
  return json({ page, alternates: workAlternates(kind.name, language, page.slug) });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await attempt(args.request, waiverSchema, (data) => waive(kind, actor, language, slug, data), {
    "parity.error.untilRange": "until",
  });
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, `${kind.name}Submission`, { slug }), { headers: await flash("parity.waiver.done") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("parity.waiver.step")} — ${data?.page.title ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function WaiverPage() {
  const { page } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const missing = otherLanguage(language);
  const { slug, title, beside, first, last } = page;
  const labels = { reason: t("parity.waiver.reason"), until: t("parity.waiver.until") };
  const back = pathTo(language, `${kind}Submission`, { slug });

  return (
    <>
      <Breadcrumbs steps={[{ label: title, href: pathTo(language, `${kind}Edit`, { slug }) }, { label: t("parity.waiver.step") }]} />
      <div className="page page-narrow">
        <FormErrors errors={errors} labels={labels} />
        <PageHeader eyebrow={title} title={t(`parity.waiver.title.${missing}`)} lead={t(`parity.waiver.lead.${missing}`)} />
        <form className="form" method="post" noValidate>
          <TextArea
            name="reason"
            label={labels.reason}
            hint={t("parity.waiver.reasonHint")}
            errors={errors?.reason}
            defaultValue={values?.reason ?? beside.waiver?.reason}
            maxLength={limits.reason}
            required
          />
          <Field
            name="until"
            type="date"
            label={labels.until}
            hint={t("parity.waiver.untilHint")}
            errors={errors?.until}
            defaultValue={values?.until ?? beside.waiver?.until}
            min={first}
            max={last}
            className="field-short"
            required
          />
          <div className="button-row">
            <Button>{t("parity.waiver.submit")}</Button>
            <ButtonLink variant="quiet" href={back}>
              {t("parity.waiver.back")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
