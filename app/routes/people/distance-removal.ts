import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { endDistance } from "~/features/people/distance.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the list of the settings, and where one is asked. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "distances"));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => endDistance(actor, idParam(args.params)), pathTo(args.context.language, "distances"), "flags.distances.flash.ended");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function DistanceRemovalPage() {
  return null;
}
