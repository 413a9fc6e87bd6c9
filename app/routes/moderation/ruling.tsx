import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ruleOnAppeal } from "~/features/moderation/appeal.server";
import { rulingSchema } from "~/features/moderation/appeal-schema.server";
import { RulingForm } from "~/features/moderation/components/ruling-form";
import { attemptOrLate } from "~/features/moderation/late-form.server";
import { getRuling } from "~/features/moderation/ruling-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

/** The form stands on the page of the case; it is drawn here when it comes back. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  if (!isAfterForm(args.request)) throw redirect(pathTo(args.context.language, "moderationCase", { id }));
  return json(await getRuling(actor, id));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { id } = await getRuling(actor, idParam(args.params));
  const sent = await attemptOrLate(args.request, rulingSchema, (form) => ruleOnAppeal(actor, id, form));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "moderationCase", { id }), { headers: await flash("appeals.flash.ruled") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("appeals.ruling.title")),
  { name: "robots", content: "noindex" },
];

export default function RulingPage() {
  const ruling = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const lang = ruling.language === language ? undefined : ruling.language;
  const labels = { ruling: t("appeals.ruling.legend"), toAuthor: t("appeals.ruling.toAuthor"), note: t("appeals.ruling.note") };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("moderation.queue.title"), href: pathTo(language, "moderation") },
          { label: t("appeals.sanctions.case"), href: pathTo(language, "moderationCase", { id: ruling.id }) },
          { label: t("appeals.ruling.title") },
        ]}
      />
      <div className="page page-reading stack">
        <FormErrors errors={errors} labels={labels} />
        <PageHeader title={t("appeals.page.appeal")}>
          <p className="meta-line">
            <span lang={ruling.title ? lang : undefined}>{ruling.title || t("appeals.own.gone")}</span>
            <span>{t(`moderation.rules.${ruling.rule}.title`)}</span>
          </p>
        </PageHeader>
        <blockquote className="quoted decision-words">{ruling.words}</blockquote>
        <RulingForm case={ruling} values={values} errors={errors} />
      </div>
    </>
  );
}
