import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DecidedAlready, KeptWords } from "~/features/moderation/components/decided-already";
import { DecisionForm, useDecisionLabels } from "~/features/moderation/components/decision-form";
import { decideCase } from "~/features/moderation/decide.server";
import { getCaseToDecide } from "~/features/moderation/decision-form.server";
import { attemptOrLate } from "~/features/moderation/late-form.server";
import { APPEAL_DAYS } from "~/features/moderation/limits";
import { decisionSchema, fieldOfDecisionFault } from "~/features/moderation/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export const loader = async (args: LoaderFunctionArgs) => json(await getCaseToDecide(requireActor(args), idParam(args.params)));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const sent = await attemptOrLate(args.request, decisionSchema, (form) => decideCase(actor, id, form), fieldOfDecisionFault);
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "moderationCase", { id }), { headers: await flash("decisions.flash.decided") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("decisions.form.title")),
  { name: "robots", content: "noindex" },
];

export default function DecisionPage() {
  const page = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const labels = useDecisionLabels();
  const { id, title, words, conflict, isOpen, isDecidable, decided } = page;
  const written = page.language === language ? undefined : page.language;
  const address = pathTo(language, "moderationCase", { id });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("moderation.queue.title"), href: pathTo(language, "moderation") },
          { label: t("decisions.form.case"), href: address },
          { label: t("decisions.title") },
        ]}
      />
      <div className="page page-reading stack stack-large">
        <FormErrors errors={errors} labels={labels} />
        <PageHeader title={t("decisions.form.title")} lead={isOpen ? t("decisions.form.lead", { days: APPEAL_DAYS }) : undefined} />
        <section className="stack" aria-labelledby="thing">
          <h2 id="thing">{t("decisions.form.thing")}</h2>
          <p lang={written}>{title}</p>
          {words && (
            <blockquote className="quoted decision-words" lang={written}>
              {words}
            </blockquote>
          )}
        </section>
        {!isOpen && <DecidedAlready decided={decided} />}
        {isOpen && !isDecidable && <Notice kind="info">{t("decisions.form.otherKind")}</Notice>}
        {isOpen && isDecidable && conflict && <Notice kind="warning">{t(`decisions.form.conflict.${conflict}`)}</Notice>}
        {isOpen && isDecidable && !conflict ? (
          <DecisionForm case={page} values={values} errors={errors} />
        ) : (
          <KeptWords values={values} labels={labels} />
        )}
        <p>
          <a href={address}>{t("decisions.form.back")}</a>
        </p>
      </div>
    </>
  );
}
