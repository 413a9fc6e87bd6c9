import { audiences } from "~/features/people/policy";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

/** What the audiences mean, in plain words, and the way to one's own page through the eyes of others. */
export function AboutAudiences({ slug, isHidden }: { slug: string; isHidden: boolean }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {isHidden && <Notice>{t("people.settings.hidden")}</Notice>}
      <p>
        {t("people.settings.see")} <a href={pathTo(language, "person", { slug, as: "everyone" })}>{t("people.settings.seeEveryone")}</a>,{" "}
        <a href={pathTo(language, "person", { slug, as: "members" })}>{t("people.settings.seeMembers")}</a>
      </p>
      <details className="disclosure">
        <summary>{t("people.settings.audiencesTitle")}</summary>
        <dl className="facts">
          {audiences.map((audience) => (
            <div key={audience}>
              <dt>{t(`people.settings.audiences.${audience}`)}</dt>
              <dd>{t(`people.settings.audiencesAbout.${audience}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
