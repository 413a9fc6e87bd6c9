import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { removePhoto } from "~/features/people/photo.server";
import { emptySchema } from "~/features/people/schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the photo. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "profilePhoto"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, emptySchema);
  await removePhoto(actor);

  return redirect(pathTo(args.context.language, "profileSettings"), { headers: await flash("people.flash.photoRemoved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ProfilePhotoRemovalPage() {
  return null;
}
