import type { OwnCase } from "~/features/moderation/own-cases.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { Time } from "~/ui/time";
import { useTimeZone } from "~/ui/time-zone";

import { ToldWords } from "./told-words";

const tones: Partial<Record<OwnCase["state"], Tone>> = {
  hidden: "warning",
  hiddenByDecision: "warning",
  waiting: "info",
  looked: "info",
  repaired: "info",
  dismissed: "success",
  approved: "success",
};

/** What was looked at of one's own, and what one can do about it. */
export function OwnCases({ cases }: { cases: OwnCase[] }) {
  return (
    <ul className="session-list own-cases">
      {cases.map((one) => (
        <OwnCaseLine key={one.id} {...one} />
      ))}
    </ul>
  );
}

function OwnCaseLine({ id, appealId, subject, title, language: written, state, appealState, openedAt, told, ...ways }: OwnCase) {
  const t = useTranslation();
  const lang = written === useLanguage() ? undefined : written;
  const ruled = appealState === "UPHELD" || appealState === "OVERTURNED" ? appealState : null;

  return (
    <li className="stack stack-small" id={`case-${id}`}>
      <p className="eyebrow">{t(`appeals.things.${subject}`)}</p>
      <h3 className="card-title" lang={title ? lang : undefined}>
        {title || t("appeals.own.gone")}
      </h3>
      <p className="badge-list">
        <Badge tone={tones[state] ?? "outline"}>{t(`appeals.own.state.${state}`)}</Badge>
        {appealState === "waiting" && <Badge tone="info">{t("appeals.own.state.appealed")}</Badge>}
        {ruled && <Badge tone={ruled === "OVERTURNED" ? "success" : "outline"}>{t(`appeals.own.state.${ruled}`)}</Badge>}
      </p>
      <p className="meta-line">
        <span>
          {t("appeals.own.opened")} <Time at={openedAt} withTime />
        </span>
      </p>
      <Ways {...ways} isHeld={subject === "HELD_POST" && state === "waiting"} />
      {appealId && <span id={`case-${appealId}`} />}
      <ToldWords told={told} />
    </li>
  );
}

type WaysProps = Pick<OwnCase, "repair" | "decisionId" | "contestUntil"> & { isHeld: boolean };

function Ways({ repair, decisionId, contestUntil, isHeld }: WaysProps) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  const decision = decisionId && pathTo(language, "decision", { id: decisionId });
  if (!repair && !decision && !isHeld) return null;

  return (
    <p className="cluster">
      {repair && <a href={pathTo(language, "postEdit", { id: repair })}>{t("appeals.own.repair")}</a>}
      {decision && <a href={decision}>{t("appeals.own.decision")}</a>}
      {decision && contestUntil && (
        <a href={`${decision}#appeal`}>{t("appeals.own.appeal", { date: formatTime(contestUntil, language, zone) })}</a>
      )}
      {isHeld && <a href={pathTo(language, "heldPosts")}>{t("appeals.own.toHeld")}</a>}
    </p>
  );
}
