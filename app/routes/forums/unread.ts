import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { placeOfUnread } from "~/features/forums/places.server";
import { idParam } from "~/platform/params";
import { postPath } from "~/platform/paths";

/** Leads to the first post that someone has not read, or else to the last one. */
export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  return redirect(postPath(language, await placeOfUnread(viewer, idParam(params))));
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function UnreadPage() {
  return null;
}
