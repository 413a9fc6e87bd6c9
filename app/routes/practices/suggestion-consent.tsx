import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { findPlaceOfWords, isReadWider } from "~/features/forums/proposal.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { ConsentSheet } from "~/features/publishing/components/consent-sheet";
import { agreeToSuggestion } from "~/features/publishing/suggestion.server";
import { getOwnSuggestion } from "~/features/publishing/suggestion-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const suggestion = await getOwnSuggestion(practiceKind, actor, idParam(args.params));
  const place = await findPlaceOfWords(actor, suggestion.postId);

  return json({
    suggestion,
    name: actor.name,
    hasPost: place?.isSeen ?? false,
    isWider: place !== null && isReadWider(suggestion.guide, place),
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const form = await parseForm(args.request, noFields);
  if (form.errors) throw unprocessable("site.form.invalid");

  await agreeToSuggestion(practiceKind, actor, id);
  return redirect(pathTo(language, "suggestionConsent", { id }), { headers: await flash("suggestions.flash.agreed") });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("suggestions.consent.title")),
  { name: "robots", content: "noindex" },
];

export default function ConsentPage() {
  const { suggestion, name, hasPost, isWider } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, guide, proposer, postId, state } = suggestion;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("suggestions.consent.title") }]} />
      <div className="page page-narrow">
        <PageHeader
          title={t("suggestions.consent.title")}
          lead={t("suggestions.consent.lead", { name: proposer ?? t("suggestions.consent.someone"), title: guide.title })}
        />
        <ConsentSheet suggestion={suggestion} name={name} />
        {isWider && <Notice kind="warning">{t("suggestions.consent.private")}</Notice>}
        {state !== "ASKED" && <Notice>{t("suggestions.consent.answered")}</Notice>}
        <div className="button-row">
          {state === "ASKED" && (
            <form method="post">
              <Button>{t("suggestions.consent.agree")}</Button>
            </form>
          )}
          {(state === "ASKED" || state === "OPEN") && (
            <form method="post" action={pathTo(language, "suggestionWithdrawal", { id })}>
              <Button variant="secondary">{t(state === "ASKED" ? "suggestions.consent.refuse" : "suggestions.proposal.withdraw")}</Button>
            </form>
          )}
        </div>
        <p className="cluster">
          {hasPost && postId && <a href={pathTo(language, "postPlace", { id: postId })}>{t("suggestions.consent.original")}</a>}
          <a href={pathTo(guide.language, "practice", { slug: guide.slug })}>{t("suggestions.consent.guide")}</a>
        </p>
      </div>
    </>
  );
}
