import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

export function loader(args: LoaderFunctionArgs) {
  requireActor(args);
  return json({});
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("leaving.ownData.title")),
  { name: "robots", content: "noindex" },
];

const choices = [
  { key: "download", page: "dataExport" },
  { key: "deactivate", page: "deactivation" },
  { key: "delete", page: "deletion" },
] as const;

export default function OwnDataPage() {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={t("leaving.ownData.title")} lead={t("leaving.ownData.lead")}>
      {choices.map(({ key, page }) => (
        <section key={key} className="stack">
          <h2>{t(`leaving.ownData.${key}.title`)}</h2>
          <p>{t(`leaving.ownData.${key}.text`)}</p>
          <p>
            <ButtonLink variant="secondary" href={pathTo(language, page)}>
              {t(`leaving.ownData.${key}.action`)}
            </ButtonLink>
          </p>
        </section>
      ))}
    </SettingsPage>
  );
}
