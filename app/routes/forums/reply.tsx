import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ReplyPage } from "~/features/forums/components/reply-page";
import { postSchema } from "~/features/forums/composer-schema.server";
import { getAroundReply, getForReply } from "~/features/forums/composing.server";
import { replyTo } from "~/features/forums/post.server";
import { sendPost } from "~/features/forums/sending.server";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idIn, idParam, numberIn } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  // After a form that came back the action has told everything: the thread may be closed or hidden by now.
  if (isAfterForm(args.request)) return json(null);

  const url = new URL(args.request.url);
  const beginning = { to: numberIn(url, "to") ?? null, quote: idIn(url, "quote"), draft: idIn(url, "draft") };
  const page = await getForReply(actor, language, idParam(args.params), beginning);
  if (!page.into) return json(page);

  const { id, slug } = page.into;
  throw redirect(pathTo(language, "reply", { id, slug, draft: page.savedAt ? page.values.id : undefined }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const sent = await sendPost(args.request, actor, postSchema, "REPLY", (words) => replyTo(actor, id, words));
  if (sent.again)
    return json({ ...sent.again, around: await getAroundReply(actor, language, id, { ...sent.again.values, thread: id }) }, sent.init);

  const { postId, held } = sent.result;
  if (held) return redirect(pathTo(language, "heldPosts"), { headers: await flash("holds.flash.held") });
  return redirect(pathTo(language, "postPlace", { id: postId }), { headers: await flash("posting.flash.replied") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    data?.thread.title ? t("posting.reply.title", { title: data.thread.title }) : t("posting.reply.short"),
  ),
  { name: "robots", content: "noindex" },
];

export default function Reply() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ReplyPage page={page} sent={sent} />;
}
