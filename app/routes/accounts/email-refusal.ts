import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { stopEmailChange } from "~/features/accounts/email-change.server";
import { tokenSchema } from "~/features/accounts/schema.server";
import { attempt } from "~/platform/attempt.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the link. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "emailConfirmation"));

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const form = await attempt(request, tokenSchema, stopEmailChange);

  // A link that no longer works is told of on its own page.
  return redirect(pathTo(language, "emailConfirmation", form.again ? {} : { ended: "stopped" }));
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function EmailRefusalPage() {
  return null;
}
