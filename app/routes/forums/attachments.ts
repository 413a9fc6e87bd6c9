import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { allows } from "~/features/accounts/roles";
import { keepAttachments } from "~/features/uploads/attachment.server";
import { MOST_ATTACHMENTS } from "~/features/uploads/limits";
import { reasonText } from "~/i18n/reason";
import { translator } from "~/i18n/translate";
import { refusedForm } from "~/platform/attempt.server";
import { forbidden } from "~/platform/errors";
import { readForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** Files are sent from the form of a post. */
export function loader({ context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "forums"));
}

/** Keeps a file for the post that is being written, and answers with the line of Markdown that shows it, or with what is wrong, in words. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = args.context;
  if (!viewer || !allows(viewer, "post.write")) throw forbidden();
  const form = await readForm(args.request);
  const files = form.getAll("file");
  if (files.length === 0 || files.length > MOST_ATTACHMENTS || [...form.keys()].some((name) => name !== "file"))
    throw new Response("Bad request", { status: 400 });
  if (!files.every((file): file is File => file instanceof File)) throw new Response("Bad request", { status: 400 });

  try {
    const kept = await keepAttachments(viewer, files);
    return json({ markdown: kept.map(({ markdown }) => markdown).join("\n\n"), files: kept }, { status: 201 });
  } catch (refusal) {
    const { again, init } = await refusedForm(refusal, () => "file");
    const t = translator(args.context.language);
    return json(
      {
        errors: Object.values(again.errors)
          .flat()
          .map((reason) => reasonText(t, reason, args.context.language) ?? t("site.form.invalid")),
      },
      init,
    );
  }
}
