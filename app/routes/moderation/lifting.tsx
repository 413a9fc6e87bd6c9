import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { liftSchema } from "~/features/moderation/appeal-schema.server";
import { attemptOrLate } from "~/features/moderation/late-form.server";
import { limits } from "~/features/moderation/limits";
import { liftSanction } from "~/features/moderation/sanction.server";
import { getSanction } from "~/features/moderation/sanction-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export const loader = async (args: LoaderFunctionArgs) => json(await getSanction(requireActor(args), idParam(args.params)));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { id } = await getSanction(actor, idParam(args.params));
  const sent = await attemptOrLate(args.request, liftSchema, ({ reason }) => liftSanction(actor, id, reason));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "sanctions"), { headers: await flash("appeals.flash.lifted") });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.lifting.title")),
  { name: "robots", content: "noindex" },
];

export default function LiftingPage() {
  const { name, kind, rule, endedAt, conflict } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const list = { label: t("appeals.sanctions.title"), href: pathTo(language, "sanctions") };
  const barrier = endedAt ? "ended" : conflict && (conflict === "organization" ? "organization" : "own");

  return (
    <>
      <Breadcrumbs steps={[list, { label: t("appeals.lifting.title") }]} />
      <div className="page page-narrow stack">
        <FormErrors errors={errors} labels={{ reason: t("appeals.lifting.reason") }} />
        <PageHeader title={t("appeals.lifting.title")} lead={t("appeals.lifting.lead")}>
          <p className="meta-line">
            <strong>{name}</strong>
            <span>{t(`appeals.kinds.${kind}`)}</span>
            <span>{t(`moderation.rules.${rule}.title`)}</span>
          </p>
        </PageHeader>
        {barrier && <Notice kind="info">{t(`appeals.lifting.${barrier}`)}</Notice>}
        <form className="form" method="post">
          <TextArea
            name="reason"
            label={t("appeals.lifting.reason")}
            hint={t("appeals.lifting.reasonHint")}
            errors={errors?.reason}
            defaultValue={values?.reason}
            maxLength={limits.liftReason}
            rows={4}
            readOnly={Boolean(barrier)}
            required
          />
          <div className="button-row">
            {!barrier && <Button>{t("appeals.lifting.submit")}</Button>}
            <ButtonLink variant="quiet" href={list.href}>
              {t("appeals.lifting.cancel")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
