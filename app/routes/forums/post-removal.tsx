import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { RemovedPost, RemovePost } from "~/features/forums/components/post-removal";
import { getRemoval, removePost } from "~/features/forums/removal.server";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  return json(await getRemoval(requireActor(args), idParam(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  await parseForm(args.request, noFields);

  // Where the thread went with its only post, that page says how it comes back.
  const { isThreadGone } = await removePost(actor, id);
  return redirect(pathTo(language, isThreadGone ? "postRemoval" : "postPlace", { id }), { headers: await flash("posting.removal.flash") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    data ? t(data.removed ? "posting.removal.doneTitle" : "posting.removal.title", { number: data.number }) : "",
  ),
  { name: "robots", content: "noindex" },
];

export default function RemovalPage() {
  const post = useLoaderData<typeof loader>();
  const { id = "" } = useParams();
  return post.removed ? <RemovedPost id={id} post={post} removed={post.removed} /> : <RemovePost id={id} post={post} />;
}
