import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { AboutAudiences } from "~/features/people/components/about-audiences";
import { ProfileForm } from "~/features/people/components/profile-form";
import { changeProfile } from "~/features/people/profile.server";
import { getOwnProfile } from "~/features/people/queries.server";
import { fieldOfFault, profileSchema } from "~/features/people/schema.server";
import { languageOptions } from "~/features/people/spoken-languages";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const [profile, { topics, provinces }] = await Promise.all([getOwnProfile(requireActor(args)), listVocabularies(language)]);

  return json({ profile, options: { topics, provinces, languages: languageOptions(language) } });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, profileSchema, (fields) => changeProfile(actor, fields), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "profileSettings"), { headers: await flash("people.flash.saved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("people.settings.title")),
  { name: "robots", content: "noindex" },
];

export default function ProfileSettingsPage() {
  const { profile, options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={t("people.settings.title")} lead={t("people.settings.lead")}>
      {profile.isHiddenByModeration && (
        <Notice kind="warning" title={t("hiding.profile.title")}>
          <p>{t("hiding.profile.lead")}</p>
          <p>
            <a href={pathTo(language, "ownModeration")}>{t("hiding.profile.why")}</a>
          </p>
        </Notice>
      )}
      <AboutAudiences slug={profile.slug} isHidden={profile.listing === "NOBODY"} />
      <ProfileForm profile={profile} options={options} sent={sent} />
    </SettingsPage>
  );
}
