import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { KeptText } from "~/features/forums/components/closed-place";
import { ReturnForm } from "~/features/moderation/components/held-forms";
import { returnHeldCase } from "~/features/moderation/held-case.server";
import { getHeldReturn } from "~/features/moderation/held-page.server";
import { returnSchema } from "~/features/moderation/held-schema.server";
import { attemptOrLate } from "~/features/moderation/late-form.server";
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

export const headers = formHeaders;

export const loader = async (args: LoaderFunctionArgs) => json(await getHeldReturn(requireActor(args), idParam(args.params)));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const sent = await attemptOrLate(args.request, returnSchema, (form) => returnHeldCase(actor, id, form));
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(args.context.language, "moderationCase", { id }), { headers: await flash("holds.flash.returned") });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("holds.case.returnTitle")),
  { name: "robots", content: "noindex" },
];

export default function ReturnPage() {
  const held = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const lang = held.language === language ? undefined : held.language;
  const address = pathTo(language, "moderationCase", { id: held.id });
  const typed = String(values?.words ?? "");

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("moderation.title"), href: pathTo(language, "moderation") },
          { label: held.title || t("holds.case.untitled"), href: address, ...(lang ? { lang } : {}) },
          { label: t("holds.case.return") },
        ]}
      />
      <div className="page page-reading stack">
        <FormErrors errors={errors} labels={{ rule: t("holds.case.rule"), words: t("holds.case.words") }} />
        <PageHeader title={t("holds.case.returnTitle")} lead={t("holds.case.returnLead")} />
        {held.words && (
          <blockquote className="case-words" lang={lang}>
            {held.words}
          </blockquote>
        )}
        {held.isOpen && held.isMine ? (
          <ReturnForm case={held} values={values} errors={errors} />
        ) : (
          <>
            <Notice>{t(held.isOpen ? "holds.case.conflict" : "holds.case.closed")}</Notice>
            {typed && <KeptText text={typed} label={t("holds.case.words")} />}
          </>
        )}
        <p>
          <a href={address}>{t("holds.case.back")}</a>
        </p>
      </div>
    </>
  );
}
