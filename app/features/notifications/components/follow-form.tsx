import { useId } from "react";

import type { FollowLevel } from "~/generated/prisma/enums";
import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";

/**
 * How closely someone follows something: the level of now, and those to choose from. `about` names the thing on the list of all that one
 * follows, where one stays.
 */
export function FollowForm({
  action,
  level,
  levels,
  about,
}: {
  action: string;
  level: FollowLevel;
  levels: readonly FollowLevel[];
  about?: string;
}) {
  const t = useTranslation();
  const id = useId();

  return (
    <form className="follow-form" method="post" action={action}>
      {about && <input type="hidden" name="from" value="follows" />}
      <label className={about ? "visually-hidden" : "field-label"} htmlFor={id}>
        {about ? t("notifications.follow.levelOf", { about }) : t("notifications.follow.label")}
      </label>
      <div className="follow-choice">
        <select className="input" id={id} name="level" defaultValue={level}>
          {levels.map((each) => (
            <option key={each} value={each}>
              {t(`notifications.follow.levels.${each}`)}
            </option>
          ))}
        </select>
        <Button variant="secondary" small>
          {t("notifications.follow.save")}
          {about && <span className="visually-hidden"> ({about})</span>}
        </Button>
      </div>
    </form>
  );
}
