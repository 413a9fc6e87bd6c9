import type { AdoptionPage } from "~/features/adoption/page.server";
import { FIRST_DAY } from "~/features/adoption/stages";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Time } from "~/ui/time";

import { StageBadge } from "./adoption-words";

/** All that was said of an adoption, the latest first. */
export function AdoptionHistory({ events }: Pick<AdoptionPage, "events">) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <ol className="card-list">
      {events.map(({ id, verb, stage, on, at, reason, note }) => (
        <li key={id} className="stack stack-small">
          <p className="meta-line">
            <span>
              <strong>{t(`adoption.page.verbs.${verb}`)}</strong>
            </span>
            {verb !== "WITHDRAWN" && (
              <span>
                <StageBadge stage={stage} />
              </span>
            )}
            <span>{t("adoption.page.asOf", { date: formatDate(on, language) })}</span>
            <span>
              <Time at={at} withTime />
            </span>
          </p>
          {verb !== "CONFIRMED" &&
            verb !== "WITHDRAWN" &&
            [reason, note].filter(Boolean).map((text) => (
              <p key={text} className="written">
                {text}
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}

/** Asks how an adoption stood on a day of the past. */
export function DayForm({ id, day, today }: { id: string; day: string; today: string }) {
  const t = useTranslation();

  return (
    <form className="form no-print" action={pathTo(useLanguage(), "adoption", { id })}>
      <Field
        name="on"
        type="date"
        label={t("adoption.page.dayLabel")}
        defaultValue={day}
        min={FIRST_DAY}
        max={today}
        className="field-short"
      />
      <div className="button-row">
        <Button variant="secondary">{t("adoption.page.show")}</Button>
      </div>
    </form>
  );
}
