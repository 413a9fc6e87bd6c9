import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

import { AccountPage } from "./account-form";

/** What follows when a mail is on its way. It says the same whether or not the address is known. */
export function CheckMail({ text, again, outbox }: { text: string; again: string; outbox: string | null }) {
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.checkMail.title")}>
      <p>{text}</p>
      <p>{t("accounts.checkMail.nothing")}</p>
      {outbox && (
        <Notice>
          <p>
            {t("accounts.checkMail.demo")} <a href={outbox}>{t("accounts.checkMail.demoLink")}</a>
          </p>
        </Notice>
      )}
      <p>
        <a href={again}>{t("accounts.checkMail.again")}</a>
      </p>
    </AccountPage>
  );
}
