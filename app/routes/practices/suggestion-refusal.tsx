import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { limits } from "~/features/publishing/limits";
import { declineSuggestion } from "~/features/publishing/suggestion.server";
import { listSuggestions } from "~/features/publishing/suggestion-queries.server";
import { declineSchema } from "~/features/publishing/suggestion-schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { found } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const id = idParam(args.params);
  const slug = param(args.params, "slug");
  const { title, waiting } = await listSuggestions(practiceKind, requireActor(args), args.context.language, slug);

  return json({
    slug,
    title,
    suggestion: found(waiting.find((one) => one.id === id)),
    alternates: workAlternates("practice", args.context.language, slug),
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const id = idParam(args.params);
  const sent = await attempt(args.request, declineSchema, ({ reason }) =>
    declineSuggestion(practiceKind, actor, language, slug, id, reason),
  );
  if (sent.again) return json(sent.again, sent.init);

  return redirect(pathTo(language, "practiceSuggestions", { slug }), { headers: await flash("suggestions.flash.declined") });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("suggestions.guide.declineNow")),
  { name: "robots", content: "noindex" },
];

export default function RefusalPage() {
  const { slug, title, suggestion } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
  const t = useTranslation();
  const language = useLanguage();
  const list = pathTo(language, "practiceSuggestions", { slug });
  const label = t("suggestions.guide.reason", { name: suggestion.author ?? t("suggestions.guide.formerMember") });

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: title, href: pathTo(language, "practice", { slug }) },
          { label: t("suggestions.guide.title"), href: list },
          { label: t("suggestions.guide.decline") },
        ]}
      />
      <div className="page page-narrow">
        <FormErrors errors={errors} labels={{ reason: label }} />
        <PageHeader eyebrow={title} title={t("suggestions.guide.declineNow")} />
        <blockquote className="quoted">{suggestion.body}</blockquote>
        <form className="form" method="post">
          <TextArea
            name="reason"
            label={label}
            hint={t("suggestions.guide.reasonHint")}
            errors={errors?.reason}
            defaultValue={values?.reason}
            maxLength={limits.comment}
            rows={4}
            required
          />
          <div className="button-row">
            <Button variant="danger">{t("suggestions.guide.declineNow")}</Button>
            <ButtonLink variant="quiet" href={list}>
              {t("suggestions.guide.cancel")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
