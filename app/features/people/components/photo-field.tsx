import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

import { Portrait } from "./portrait";

/** One's photo in the form of the profile. It is sent on a page of its own. */
export function PhotoField({ name, photo }: { name: string; photo: string | null }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="field">
      <p className="field-label">{t("people.settings.photo")}</p>
      <div className="photo-row">
        <Portrait name={name} photo={photo} />
        <ButtonLink variant="secondary" href={pathTo(language, "profilePhoto")}>
          {t(photo ? "people.settings.photoChange" : "people.settings.photoAdd")}
        </ButtonLink>
      </div>
    </div>
  );
}
