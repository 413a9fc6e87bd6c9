import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { removeBookmark } from "~/features/forums/bookmark.server";
import { bookmarkRemovalSchema } from "~/features/forums/bookmark-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands under the post, and in the list of bookmarks. */
export function loader({ context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "bookmarks"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const form = await parseForm(args.request, bookmarkRemovalSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await removeBookmark(actor, id);
  const place = form.data.from === "list" ? pathTo(language, "bookmarks") : pathTo(language, "postPlace", { id });
  return redirect(place, { headers: await flash("polls.bookmark.removed") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function BookmarkRemovalPage() {
  return null;
}
