import { useId } from "react";

import type { FollowLevel } from "~/generated/prisma/enums";
import { useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
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
  aboutIn,
}: {
  action: string;
  level: FollowLevel;
  levels: readonly FollowLevel[];
  about?: string;
  /** The language of `about`, where it is not that of the page. */
  aboutIn?: Language;
}) {
  const t = useTranslation();
  const id = useId();

  return (
    <form className="follow-form" method="post" action={action}>
      {about && <input type="hidden" name="from" value="follows" />}
      <label className={about ? "visually-hidden" : "field-label"} htmlFor={id}>
        {t("notifications.follow.label")}
        <About name={about} language={aboutIn} />
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
          <About name={about} language={aboutIn} />
        </Button>
      </div>
    </form>
  );
}

/** What a level is about, to who does not see the row. */
const About = ({ name, language }: { name: string | undefined; language: Language | undefined }) =>
  name ? (
    <span className="visually-hidden">
      {" "}
      (<span lang={language}>{name}</span>)
    </span>
  ) : null;
