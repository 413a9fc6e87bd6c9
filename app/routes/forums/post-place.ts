import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { placeOfPost } from "~/features/forums/places.server";
import { idParam } from "~/platform/params";
import { postPath } from "~/platform/paths";

/** The address of a post that stays the same wherever it is moved: leads to its page. */
export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  return redirect(postPath(language, await placeOfPost(viewer, idParam(params))));
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function PostPlacePage() {
  return null;
}
