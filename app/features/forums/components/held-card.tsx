import type { HeldRow } from "~/features/forums/held-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

const SHOWN = 400;

/** Words of one's own that wait for a moderator: what they say, why they wait, and how they are taken back. */
export function HeldCard({ held: { id, kind, title, text, language: written, reasons, heldAt, place } }: { held: HeldRow }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = written === language ? undefined : written;
  const isThread = kind === "THREAD";
  const where = place ? t(`holds.places.${isThread ? "THREAD" : "REPLY"}`, { place: place.title }) : t("holds.places.gone");

  return (
    <li className="card" data-post={id} data-version="1">
      <h2 className="card-title">{title ? <span lang={lang}>{title}</span> : where}</h2>
      {title && <p className="card-eyebrow">{where}</p>}
      <p className="card-text held-text" lang={lang}>
        {text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text}
      </p>
      <h3 className="held-why">{t("holds.why")}</h3>
      <ul className="held-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{t(`holds.reasons.${reason}`)}</li>
        ))}
      </ul>
      <p className="meta-line">
        <span>
          {t("holds.sent")} <Time at={heldAt} withTime />
        </span>
      </p>
      <form className="card-foot button-row" method="post" action={pathTo(language, "heldPostWithdrawal", { id })}>
        <Button variant="quiet" small aria-label={t("holds.withdrawNamed", { name: title || where })}>
          {t("holds.withdraw")}
        </Button>
      </form>
    </li>
  );
}
