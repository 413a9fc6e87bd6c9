import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { pathAfter } from "~/features/accounts/sign-in-step";
import { browserOf } from "~/features/organizations/sso-browser.server";
import { arriveFromProvider, SsoRefused } from "~/features/organizations/sso-sign-in.server";
import { pathTo } from "~/platform/paths";

/**
 * Where an organization's provider sends its people back to. The state in the address works once, so that following it changes no more
 * than the sign-in that it belongs to.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  try {
    const { step, language, returnTo } = await arriveFromProvider(new URL(request.url), browserOf(request), context);
    const headers = new Headers(step.cookies.map((cookie) => ["Set-Cookie", cookie]));

    return redirect(pathAfter(step.next, language, returnTo), { headers });
  } catch (refusal) {
    if (!(refusal instanceof SsoRefused)) throw refusal;
    return redirect(pathTo(refusal.language ?? context.language, "organizationRefusal", { reason: refusal.reason }));
  }
}
