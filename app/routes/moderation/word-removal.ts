import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { removeWatchedWord } from "~/features/moderation/watched-words.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

const list = ({ context: { language } }: Pick<LoaderFunctionArgs, "context">) => pathTo(language, "watchedWords");

/** The form stands in the list. */
export const loader = (args: LoaderFunctionArgs) => redirect(list(args));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => removeWatchedWord(actor, idParam(args.params)), list(args), "holds.flash.wordRemoved");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WordRemovalPage() {
  return null;
}
