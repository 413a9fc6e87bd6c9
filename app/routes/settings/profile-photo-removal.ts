import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { removePhoto } from "~/features/people/photo.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the photo. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "profilePhoto"));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => removePhoto(actor), pathTo(args.context.language, "profileSettings"), "people.flash.photoRemoved");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ProfilePhotoRemovalPage() {
  return null;
}
