import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

import { SettingsPage } from "./settings-page";

/** Asks before a way into the account is removed. */
export function RemovalPage({ title, text, submit, children }: { title: string; text: string; submit: string; children?: ReactNode }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <SettingsPage title={title}>
      <p>{text}</p>
      {children}
      <form method="post" className="button-row">
        <Button variant="danger">{submit}</Button>
        <ButtonLink variant="secondary" href={pathTo(language, "security")}>
          {t("security.removal.keep")}
        </ButtonLink>
      </form>
    </SettingsPage>
  );
}
