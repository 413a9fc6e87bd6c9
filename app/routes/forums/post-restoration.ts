import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { restorePost } from "~/features/forums/removal.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the place of the post, and on the page of its removal. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "postRemoval", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const id = idParam(args.params);
  return act(args, (actor) => restorePost(actor, id), pathTo(args.context.language, "postPlace", { id }), "posting.removal.restored");
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RestorationPage() {
  return null;
}
