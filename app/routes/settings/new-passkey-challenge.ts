import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { askForNewPasskey } from "~/features/accounts/passkey.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { translator } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

/** Challenges are made for those who are about to answer them: only by POST. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "newPasskey"));

/** For the short script: what it needs to let the browser make a passkey. */
export async function action(args: ActionFunctionArgs) {
  const site = translator(args.context.language)("site.name");
  return json(await askForNewPasskey(requireProof(args), new URL(args.request.url).origin, site));
}
