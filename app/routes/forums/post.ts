import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { placeOfNumber } from "~/features/forums/places.server";
import { idParam, numberParam } from "~/platform/params";
import { postPath } from "~/platform/paths";

/** The address of a post by its number: leads to its page, also where it was moved to. */
export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  return redirect(postPath(language, await placeOfNumber(viewer, idParam(params), numberParam(params, "number"))));
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function PostPage() {
  return null;
}
