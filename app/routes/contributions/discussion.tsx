import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClosedPlace } from "~/features/forums/components/closed-place";
import { Composer } from "~/features/forums/components/composer";
import { ComposerScript } from "~/features/forums/components/composer-script";
import { postSchema } from "~/features/forums/composer-schema.server";
import { newComposer } from "~/features/forums/composer-values";
import { discuss, findDiscussed, mayDiscuss, slugsOf } from "~/features/forums/discussion.server";
import { findDraft } from "~/features/forums/draft-list.server";
import { sendPost } from "~/features/forums/sending.server";
import { kindAt } from "~/features/library/kinds.server";
import { listOf } from "~/features/publishing/kind-shape";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { conflict, found, gone } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { newId } from "~/platform/new-id.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { viewer, language } = args.context;
  const asked = param(args.params, "slug");
  const work = found(await findDiscussed(viewer, kind.kind, language, asked));
  const { thread, isRetired, id, faces } = work;
  const [face] = faces;
  if (!isAfterForm(args.request)) {
    if (thread?.isRemoved) throw gone("forums.gone.thread");
    if (thread) throw redirect(pathTo(language, "thread", { id: thread.id, slug: thread.slug }));
    if (isRetired) throw conflict("threads.conflict.retired");
  }

  const slugs = slugsOf(work);
  const slug = slugs[language] ?? found(face).slug;
  const draft = await findDraft(viewer, { contributionId: id });
  return json({
    ...{ slug, title: found(face).title, lang: found(face).language, isVisitor: viewer === null },
    mayWrite: await mayDiscuss(viewer),
    values: draft?.values ?? newComposer("REPLY", { contribution: id }, { id: newId(), language }),
    savedAt: draft?.savedAt ?? null,
    alternates: Object.fromEntries(
      (["en", "fr"] as const).map((each) => [each, pathTo(each, `${kind.name}Discussion`, { slug: slugs[each] ?? slug })]),
    ),
  });
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await sendPost(args.request, actor, postSchema, "REPLY", (words) => discuss(actor, kind.kind, language, slug, words));
  if (sent.again) return json(sent.again, sent.init);

  const { postId, held } = sent.result;
  if (held) return redirect(pathTo(language, "heldPosts"), { headers: await flash("holds.flash.held") });
  return redirect(pathTo(language, "postPlace", { id: postId }), { headers: await flash("threads.flash.discussed") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("threads.discussion.titleOf", { title: data?.title ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function DiscussionPage() {
  const { slug, title, lang, mayWrite } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const guide = pathTo(language, kind, { slug });
  const own = lang === language ? undefined : lang;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(word("practices.list.title")), href: pathTo(language, listOf[kind]) },
          { label: title, href: guide, ...(own ? { lang: own } : {}) },
          { label: t("threads.discussion.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={<span lang={own}>{title}</span>} title={t("threads.discussion.title")} lead={t("threads.discussion.lead")} />
        <FirstPost guide={guide} />
      </div>
      {mayWrite && <ComposerScript />}
    </>
  );
}

function FirstPost({ guide }: { guide: string }) {
  const { slug, isVisitor, mayWrite, values, savedAt } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const address = pathTo(language, `${kind}Discussion`, { slug });
  if (sent?.closed) return <ClosedPlace again={sent} back={{ href: guide, label: t("threads.discussion.back") }} />;
  if (mayWrite)
    return (
      <Composer
        action={address}
        values={sent?.values ?? values}
        errors={sent?.errors}
        clientData={sent?.clientData}
        savedAt={sent ? null : savedAt}
        words={{ body: t("posting.composer.body.THREAD"), send: t("threads.discussion.begin") }}
        close={{ href: guide, label: t("posting.composer.cancel") }}
      />
    );

  return (
    <div className="stack">
      <p>{t(isVisitor ? "threads.discussion.visitor" : "threads.discussion.mayNot")}</p>
      <p className="button-row">
        {isVisitor && <ButtonLink href={pathTo(language, "signIn", { to: address })}>{t("threads.discussion.signIn")}</ButtonLink>}
        <ButtonLink variant="secondary" href={guide}>
          {t("threads.discussion.back")}
        </ButtonLink>
      </p>
    </div>
  );
}
