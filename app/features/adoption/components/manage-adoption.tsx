import type { AdoptionPage } from "~/features/adoption/page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

/** What those who speak for the organization may do: confirm, say what is different, take it back. */
export function ManageAdoption({ page: { id, last } }: { page: Pick<AdoptionPage, "id" | "last"> }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack no-print" aria-labelledby="manage">
      <h2 id="manage">{t("adoption.page.manage")}</h2>
      <div className="button-row">
        <form method="post" action={pathTo(language, "adoptionConfirmation", { id })}>
          <input type="hidden" name="base" value={last.id} />
          <Button>{t("adoption.page.confirm")}</Button>
        </form>
        <ButtonLink variant="secondary" href={pathTo(language, "adoptionChange", { id })}>
          {t("adoption.page.change")}
        </ButtonLink>
        <ButtonLink variant="quiet" href={pathTo(language, "adoptionWithdrawal", { id })}>
          {t("adoption.page.withdraw")}
        </ButtonLink>
      </div>
      <p className="list-hint">{t("adoption.page.confirmHint")}</p>
    </section>
  );
}
