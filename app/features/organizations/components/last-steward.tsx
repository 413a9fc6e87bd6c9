import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Why the last steward cannot go yet, and where to find a successor. */
export function LastSteward({ title, text, slug }: { title: string; text: string; slug: string }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Notice kind="warning" title={title}>
        {text}
      </Notice>
      <p>
        <ButtonLink href={pathTo(language, "organizationPeople", { slug })}>{t("membership.departure.toPeople")}</ButtonLink>
      </p>
    </>
  );
}
