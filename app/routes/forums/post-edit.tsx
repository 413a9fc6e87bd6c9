import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ClosedPlace } from "~/features/forums/components/closed-place";
import { Composer } from "~/features/forums/components/composer";
import { ComposingPage, useThreadCrumb } from "~/features/forums/components/composing-page";
import { Meeting } from "~/features/forums/components/meeting";
import { postSchema } from "~/features/forums/composer-schema.server";
import { findForEdit, getForEdit } from "~/features/forums/composing.server";
import { editForm } from "~/features/forums/editing.server";
import { sendPost } from "~/features/forums/sending.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const headers = formHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  // After a form that came back the post may be removed or hidden by now.
  return json(isAfterForm(args.request) ? await findForEdit(actor, id) : await getForEdit(actor, id));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const sent = await sendPost(args.request, actor, postSchema, "EDIT", (words, form) =>
    editForm(actor, id, { ...form, ...words }, language),
  );
  if (sent.again) return json({ ...sent.again, meeting: null }, sent.init);
  if (sent.result.outcome === "edited")
    return redirect(pathTo(language, "postPlace", { id }), { headers: await flash("posting.edit.flash") });

  const { values, meeting } = sent.result;
  return json({ values, errors: {}, closed: null, isKept: false, clientData: null, meeting }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("posting.edit.title", { number: data?.number ?? "" }).trim()),
  { name: "robots", content: "noindex" },
];

export default function EditPage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const crumbOf = useThreadCrumb();
  const { id = "" } = useParams();
  const place = pathTo(language, "postPlace", { id });

  return (
    <ComposingPage
      title={t("posting.edit.title", { number: page?.number ?? "" }).trim()}
      within={[page && crumbOf(page.thread)]}
      lead={page && t(page.isRepair ? "hiding.edit.lead" : page.isSilent ? "posting.edit.silent" : "posting.edit.public")}
    >
      {sent?.closed && <ClosedPlace again={sent} back={page && { href: place, label: t("posting.reply.back") }} />}
      {sent?.meeting && <Meeting meeting={sent.meeting} />}
      {page && !sent?.closed && (
        <Composer
          action={pathTo(language, "postEdit", { id })}
          values={sent?.values ?? page.values}
          errors={sent?.errors}
          clientData={sent?.clientData}
          savedAt={sent ? null : page.savedAt}
          close={{ href: place, label: t("posting.composer.cancel") }}
        />
      )}
    </ComposingPage>
  );
}
