import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Time } from "~/ui/time";

import type { CasePage } from "../case-page.server";
import { isDismissal } from "../lifecycle";

type History = SerializeFrom<CasePage>["history"];

/** What is known from before: of the thing, and of whose it is. */
export function CaseHistory({ history }: { history: History }) {
  const t = useTranslation();
  const { sameThing, sameAuthor, sanctions, dismissed, upheld } = history;
  const isEmpty = sameThing.length + sameAuthor.length + sanctions.length + dismissed + upheld === 0;

  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t("moderation.case.history")}</h2>
      {isEmpty && <p>{t("moderation.case.noHistory")}</p>}
      {dismissed + upheld > 0 && (
        <p className="meta-line">
          {dismissed > 0 && <span>{t("moderation.case.dismissed", { count: dismissed })}</span>}
          {upheld > 0 && <span>{t("moderation.case.upheld", { count: upheld })}</span>}
        </p>
      )}
      <Sanctions sanctions={sanctions} />
      <Cases title={t("moderation.case.sameThing")} cases={sameThing} />
      <Cases title={t("moderation.case.sameAuthor")} cases={sameAuthor} />
    </section>
  );
}

function Sanctions({ sanctions }: Pick<History, "sanctions">) {
  const t = useTranslation();
  if (sanctions.length === 0) return null;

  return (
    <>
      <h3>{t("moderation.case.sanctions")}</h3>
      <ul className="stack stack-small">
        {sanctions.map(({ id, kind, rule, since, until, endedAt }) => (
          <li key={id}>
            <p className="cluster">
              <strong>{t(`moderation.case.sanctionKinds.${kind}`)}</strong>
              {kind !== "WARNING" && (
                <Badge tone={endedAt ? undefined : "danger"}>{t(`moderation.case.${endedAt ? "sanctionEnded" : "sanctionActive"}`)}</Badge>
              )}
            </p>
            <p className="meta-line">
              <span>{t(`moderation.rules.${rule}.title`)}</span>
              <span>
                <Time at={since} withTime />
                {until && (
                  <>
                    {" "}
                    {t("moderation.case.until")} <Time at={until} withTime />
                  </>
                )}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Cases({ title, cases }: { title: string; cases: History["sameThing"] }) {
  const t = useTranslation();
  const language = useLanguage();
  if (cases.length === 0) return null;

  return (
    <>
      <h3>{title}</h3>
      <ul className="stack stack-small">
        {cases.map((one) => (
          <li key={one.id}>
            <a href={pathTo(language, "moderationCase", { id: one.id })}>
              {t(`moderation.kinds.${one.kind}`)}
              {" · "}
              <span lang={one.title && one.language !== language ? one.language : undefined}>
                {one.title || t("moderation.queue.untitled")}
              </span>
            </a>
            <p className="meta-line">
              <span>
                <Time at={one.openedAt} withTime />
              </span>
              <span>{outcomeOf(t, one)}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function outcomeOf(
  t: ReturnType<typeof useTranslation>,
  { closedAt, outcome, content, person, ruling }: History["sameThing"][number],
): string {
  if (!closedAt) return t("moderation.case.facts.open");
  if (!content || !person) return t(`moderation.outcomes.${(outcome ?? "ELSEWHERE") as "DECIDED"}`);
  const measures = isDismissal({ content, person })
    ? [t("moderation.case.nothing")]
    : [content !== "NONE" && t(`decisions.content.${content}`), person !== "NONE" && t(`decisions.person.${person}`)];
  return [...measures, ruling && t(`moderation.case.ruling.${ruling}`)].filter(Boolean).join(", ");
}
