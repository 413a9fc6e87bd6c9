import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { Portrait } from "~/features/people/components/portrait";
import { changePhoto } from "~/features/people/photo.server";
import { getOwnProfile } from "~/features/people/queries.server";
import { PictureField } from "~/features/uploads/components/picture-field";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { attemptPicture } from "~/platform/picture-form.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const { name, photoId } = await getOwnProfile(requireActor(args));
  return json({ name, photo: photoId });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attemptPicture(args.request, (bytes) => changePhoto(actor, bytes));
  if ("again" in form) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "profileSettings"), { headers: await flash("people.flash.photoSaved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("people.photo.title")),
  { name: "robots", content: "noindex" },
];

export default function ProfilePhotoPage() {
  const { name, photo } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const language = useLanguage();
  const t = useTranslation();

  return (
    <SettingsPage title={t("people.photo.title")} lead={t("people.photo.lead")}>
      {photo && (
        <section className="stack" aria-label={t("people.photo.now")}>
          <Portrait name={name} photo={photo} large />
          <form method="post" action={pathTo(language, "profilePhotoRemoval")}>
            <Button variant="danger">{t("people.photo.remove")}</Button>
          </form>
        </section>
      )}
      <FormErrors errors={errors} labels={{ picture: t("people.photo.choose") }} />
      <form className="form" method="post" encType="multipart/form-data" noValidate>
        <PictureField label={t("people.photo.choose")} errors={errors?.picture} />
        <p>{t("people.photo.square")}</p>
        <Button>{t("people.photo.save")}</Button>
      </form>
      <p>
        <a href={pathTo(language, "profileSettings")}>{t("people.photo.back")}</a>
      </p>
    </SettingsPage>
  );
}
