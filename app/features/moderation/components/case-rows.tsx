import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { classNames } from "~/ui/class-names";

import type { QueueRow } from "../queue.server";
import { ageOf, type Urgency, urgencyOf } from "../queue-filters";
import type { RuleKey } from "../rules";

/** How urgent a case is, in colour beside the word. */
export const urgencyTones: Record<Urgency, Tone | undefined> = { urgent: "danger", high: "warning", normal: "info", low: undefined };

/** Cases one below the other, each with what one has to know to choose it. `now` is when they were read. */
export function CaseRows({ cases, now, ownId }: { cases: QueueRow[]; now: string; ownId: string }) {
  const t = useTranslation();

  return (
    <ol className="case-rows" aria-label={t("moderation.queue.listLabel")}>
      {cases.map((one) => (
        <Row key={one.id} row={one} now={now} ownId={ownId} />
      ))}
    </ol>
  );
}

function Row({ row, now, ownId }: { row: QueueRow; now: string; ownId: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, kind, title, assignee, reports, rule, role, closedAt } = row;
  const urgency = urgencyOf(row.priority);

  return (
    <li className={classNames("case-row", !closedAt && `case-row-${urgency}`)}>
      <p className="badge-list">
        {!closedAt && (
          <Badge tone={urgencyTones[urgency]}>{t("moderation.queue.priority", { urgency: t(`moderation.urgency.${urgency}`) })}</Badge>
        )}
        <Badge tone="outline">{t(`moderation.kinds.${kind}`)}</Badge>
        {row.isHidden && <Badge tone="accent">{t("moderation.queue.hidden")}</Badge>}
        {row.isRepaired && kind !== "REPAIR" && <Badge tone="success">{t("moderation.queue.repaired")}</Badge>}
        {row.conflict && <Badge>{t("moderation.queue.conflict")}</Badge>}
      </p>
      <h3 className="case-row-title">
        <a href={pathTo(language, "moderationCase", { id })} lang={title && row.language !== language ? row.language : undefined}>
          {title || t("moderation.queue.untitled")}
        </a>
      </h3>
      <p className="meta-line">
        {role && <span>{t("moderation.queue.wants", { role: t(`accounts.roles.${role}`) })}</span>}
        {rule && <span>{t(`moderation.rules.${rule as RuleKey}.title`)}</span>}
        {reports > 0 && <span>{t("moderation.queue.reports", { count: reports })}</span>}
        {row.category && <span>{row.category}</span>}
        <span>{t(`publishing.language.${row.language}`)}</span>
      </p>
      <p className="case-row-side">
        <Age row={row} now={now} />
        {!closedAt && (
          <span className={assignee ? "case-row-assignee" : "case-row-unclaimed"}>
            {!assignee && t("moderation.queue.unclaimed")}
            {assignee &&
              (assignee.id === ownId ? t("moderation.queue.claimedByYou") : t("moderation.queue.claimedBy", { name: assignee.name }))}
          </span>
        )}
        {closedAt && row.outcome && <span>{t(`moderation.outcomes.${row.outcome as "DECIDED"}`)}</span>}
      </p>
    </li>
  );
}

/** For how long it has waited, or how long it took. */
function Age({ row: { openedAt, closedAt }, now }: { row: QueueRow; now: string }) {
  const t = useTranslation();
  const { unit, count } = ageOf(openedAt, closedAt ?? now);
  const age = t(`moderation.age.${unit}`, { count });

  return <time dateTime={closedAt ?? openedAt}>{t(closedAt ? "moderation.queue.took" : "moderation.queue.waiting", { age })}</time>;
}
