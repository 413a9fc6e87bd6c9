import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { type PageName, pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

import type { CasePage } from "../case-page.server";
import { urgencyOf } from "../queue-filters";
import { urgencyTones } from "./case-rows";

type Shown = SerializeFrom<CasePage>;

/** What stands beside a case: how it stands, what it is about, and whose it is. */
export function CaseFacts({ shown }: { shown: Shown }) {
  const t = useTranslation();
  const language = useLanguage();
  const { author, rule, thing, isOpen, outcome } = shown;
  const urgency = urgencyOf(shown.priority);
  const name = author?.name ?? (shown.authorId ? t("moderation.case.formerMember") : null);

  return (
    <dl className="facts">
      <Fact label={t("moderation.case.facts.state")}>
        {isOpen ? t("moderation.case.facts.open") : t(`moderation.outcomes.${(outcome ?? "ELSEWHERE") as "DECIDED"}`)}
      </Fact>
      {isOpen && (
        <Fact label={t("moderation.case.facts.priority")}>
          <Badge tone={urgencyTones[urgency]}>{t(`moderation.urgency.${urgency}`)}</Badge>
        </Fact>
      )}
      <Fact label={t("moderation.case.facts.opened")}>
        <Time at={shown.openedAt} withTime />
      </Fact>
      {shown.closedAt && (
        <Fact label={t("moderation.case.facts.closed")}>
          <Time at={shown.closedAt} withTime />
        </Fact>
      )}
      {isOpen && !shown.isRequest && (
        <Fact label={t("moderation.case.facts.assignee")}>{shown.assignee?.name ?? t("moderation.case.facts.nobody")}</Fact>
      )}
      {rule && (
        <Fact label={t("moderation.case.facts.rule")}>
          <a href={pathTo(language, "rules", {}, rule)}>{t(`moderation.rules.${rule}.title`)}</a>
        </Fact>
      )}
      {thing?.role && <Fact label={t("moderation.case.facts.role")}>{t(`accounts.roles.${thing.role}`)}</Fact>}
      {name && (
        <Fact label={t("moderation.case.facts.author")}>
          {author?.slug ? <a href={pathTo(language, "person", { slug: author.slug })}>{name}</a> : name}
        </Fact>
      )}
      {shown.organizations.length > 0 && <Fact label={t("moderation.case.facts.organizations")}>{shown.organizations.join(", ")}</Fact>}
      {shown.category && <Fact label={t("moderation.case.facts.category")}>{shown.category}</Fact>}
      <Fact label={t("moderation.case.facts.language")}>{t(`publishing.language.${shown.language}`)}</Fact>
    </dl>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Takes a case in hand or gives it back, and hides what it is about meanwhile. */
export function CaseButtons({ shown: { id, version, may } }: { shown: Shown }) {
  const t = useTranslation();
  if (!(may.claim || may.release || may.hide || may.show)) return null;

  return (
    <div className="stack stack-small case-buttons">
      {may.claim && <CaseButton id={id} version={version} page="caseClaim" label={t("decisions.claim.submit")} variant="primary" />}
      {may.release && <CaseButton id={id} version={version} page="caseClaimRemoval" label={t("decisions.claim.release")} />}
      {may.hide && <CaseButton id={id} version={version} page="caseHiding" label={t("decisions.hiding.submit")} />}
      {may.show && <CaseButton id={id} version={version} page="caseHidingRemoval" label={t("decisions.hiding.show")} />}
      {may.hide && <p className="field-hint">{t("moderation.case.hideHint")}</p>}
    </div>
  );
}

type ButtonProps = { id: string; version: number; page: PageName; label: string; variant?: "primary" | "secondary" };

const CaseButton = ({ id, version, page, label, variant = "secondary" }: ButtonProps) => (
  <form method="post" action={pathTo(useLanguage(), page, { id })}>
    <input type="hidden" name="version" value={version} />
    <Button variant={variant}>{label}</Button>
  </form>
);
