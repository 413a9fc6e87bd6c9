import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClosedPlace } from "~/features/forums/components/closed-place";
import { Composer } from "~/features/forums/components/composer";
import { ComposingPage } from "~/features/forums/components/composing-page";
import { threadSchema } from "~/features/forums/composer-schema.server";
import { findForNew, getForNew } from "~/features/forums/composing.server";
import { sendPost } from "~/features/forums/sending.server";
import { startThread } from "~/features/forums/thread.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const { topics } = await listVocabularies(language);
  // After a form that came back its words are in it, and its place may be closed by now.
  if (isAfterForm(args.request)) return json({ page: await findForNew(actor, language, slug), topics });

  const page = await getForNew(actor, language, slug, idIn(new URL(args.request.url), "draft"));
  return json({ page, topics, alternates: { en: addressIn("en"), fr: addressIn("fr") } });

  function addressIn(of: "en" | "fr") {
    return pathTo(of, "newThread", { slug: page.slugs[of] });
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const sent = await sendPost(args.request, actor, threadSchema, "THREAD", (words, { title, topics }) =>
    startThread(actor, language, slug, { ...words, title, topics }),
  );
  if (sent.again) return json(sent.again, sent.init);

  const { id, slug: threadSlug, held } = sent.result;
  if (held) return redirect(pathTo(language, "heldPosts"), { headers: await flash("holds.flash.held") });
  return redirect(pathTo(language, "thread", { id, slug: threadSlug }), { headers: await flash("posting.flash.started") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    data?.page ? t("posting.newThread.title", { category: data.page.category.name }) : t("posting.newThread.short"),
  ),
  { name: "robots", content: "noindex" },
];

export default function NewThreadPage() {
  const { page, topics } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const back = page && { href: pathTo(language, "category", { slug: page.category.slug }), label: page.category.name };
  const title = page ? t("posting.newThread.title", { category: page.category.name }) : t("posting.newThread.short");

  return (
    <ComposingPage title={title} short={t("posting.newThread.short")} within={[back]}>
      {sent?.closed ? (
        <ClosedPlace again={sent} back={back} />
      ) : (
        page && (
          <Composer
            action={pathTo(language, "newThread", { slug: page.category.slug })}
            values={sent?.values ?? page.values}
            errors={sent?.errors}
            clientData={sent?.clientData}
            topics={topics}
            savedAt={sent ? null : page.savedAt}
            close={{ href: pathTo(language, "category", { slug: page.category.slug }), label: t("posting.composer.cancel") }}
          />
        )
      )}
    </ComposingPage>
  );
}
