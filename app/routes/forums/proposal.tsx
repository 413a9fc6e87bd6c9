import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { GuideChoice, ProposalForm } from "~/features/forums/components/proposal-form";
import { getPostToPropose, isReadWider, type ProposedPost, proposePost } from "~/features/forums/proposal.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { OwnSuggestions } from "~/features/publishing/components/own-suggestions";
import { faceNamedIn, findFaceToSuggest, listOwnSuggestions } from "~/features/publishing/suggestion-queries.server";
import { suggestionSchema } from "~/features/publishing/suggestion-schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const { searchParams, origin } = new URL(args.request.url);
  const [post, own] = await Promise.all([getPostToPropose(practiceKind, actor, language, id), listOwnSuggestions(practiceKind, actor, id)]);
  const address = searchParams.get("address")?.trim() || searchParams.get("guide");
  const named = wantedFace(post, address);
  const chosen = named && (await findFaceToSuggest(practiceKind, actor, named.language, named.slug));
  const isUnknown = !chosen && address !== null && address !== "" && address !== OTHER;
  const isWider = chosen !== null && isReadWider(chosen, post);

  return json({ id, post, own, chosen, isWider, origin, errors: isUnknown ? unknown : undefined }, { status: isUnknown ? 422 : 200 });
}

/** Stands for a guide that none of those offered is. */
const OTHER = "other";

const unknown = { address: ["suggestions.error.guide"] };

/** The guide that was chosen; until one is, that which the thread discusses. */
function wantedFace(post: ProposedPost, address: string | null): { language: Language; slug: string } | null {
  if (address !== null) return faceNamedIn(practiceKind, address);
  return post.guides.find(({ isDiscussed }) => isDiscussed) ?? null;
}

const fields = {
  "suggestions.error.section": "section",
  "suggestions.error.notTheirs": "body",
  "suggestions.error.guide": "address",
};

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const sent = await attempt(args.request, suggestionSchema, (form) => proposePost(practiceKind, actor, id, form), fields);
  if (sent.again) return json(sent.again, sent.init);

  const message = sent.result.isOwn ? "suggestions.flash.proposed" : "suggestions.flash.asked";
  return redirect(pathTo(args.context.language, "postPlace", { id }), { headers: await flash(message) });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("suggestions.proposal.title")),
  { name: "robots", content: "noindex" },
];

export default function ProposalPage() {
  const { id, post, own, chosen, isWider, origin, errors } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const example = origin + pathTo(language, "practice", { slug: t("practices.retirement.exampleSlug") });
  const name = post.name ?? t("suggestions.proposal.someone");

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: post.title, href: pathTo(language, "postPlace", { id }), lang: post.threadLanguage },
          { label: t("suggestions.proposal.title") },
        ]}
      />
      <div className="page page-narrow">
        <FormErrors errors={sent?.errors ?? errors} labels={labelsOf(t)} />
        <PageHeader
          eyebrow={t("suggestions.proposal.from", { number: post.number, name })}
          title={t("suggestions.proposal.title")}
          lead={t("suggestions.proposal.lead")}
        />
        <OwnSuggestions suggestions={own} />
        {chosen ? (
          <ProposalForm postId={id} post={post} chosen={chosen} isWider={isWider} sent={sent ?? {}} />
        ) : (
          <GuideChoice postId={id} post={post} example={example} {...(errors ? { errors } : {})} />
        )}
      </div>
    </>
  );
}

const labelsOf = (t: ReturnType<typeof useTranslation>) => ({
  section: t("suggestions.proposal.section"),
  body: t("suggestions.proposal.body"),
  note: t("suggestions.proposal.note"),
  address: t("suggestions.proposal.address"),
});
