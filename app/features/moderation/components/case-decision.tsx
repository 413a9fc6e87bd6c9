import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Time } from "~/ui/time";

import type { CasePage } from "../case-page.server";
import { isDismissal } from "../lifecycle";

type Shown = SerializeFrom<CasePage>;

/** What was decided, and what was said to everyone. */
export function CaseDecision({ shown: { decision, contestedIn } }: { shown: Shown }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!decision) return null;

  return (
    <section className="stack" aria-labelledby="decision">
      <h2 id="decision">{t("moderation.case.decision")}</h2>
      <Measures decision={decision} />
      <Said title={t("moderation.case.toAuthor")} words={decision.toAuthor} />
      <Said title={`${t("moderation.case.toReporters")} (${t("publishing.language.en")})`} words={decision.toReportersEn} lang="en" />
      <Said title={`${t("moderation.case.toReporters")} (${t("publishing.language.fr")})`} words={decision.toReportersFr} lang="fr" />
      <Said title={t("moderation.case.note")} words={decision.note} />
      {contestedIn && (
        <p>
          <a href={pathTo(language, "moderationCase", { id: contestedIn.caseId })}>{t("moderation.case.toAppeal")}</a>
          {contestedIn.ruling && ` (${t(`moderation.case.ruling.${contestedIn.ruling}`)})`}
        </p>
      )}
    </section>
  );
}

/** The decision that an appeal contests, with what it was about; and, once there is one, the ruling. */
export function CaseAppeal({ shown: { appeal } }: { shown: Shown }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!appeal) return null;

  return (
    <>
      <section className="stack" aria-labelledby="contested">
        <h2 id="contested">{t("moderation.case.contested")}</h2>
        <Measures decision={appeal.decision} />
        <Said title={t("moderation.case.toAuthor")} words={appeal.decision.toAuthor} />
        <Said title={t("moderation.case.note")} words={appeal.decision.note} />
        <Said title={t("moderation.case.contestedWords")} words={appeal.contestedWords} />
        <p>
          <a href={pathTo(language, "moderationCase", { id: appeal.decision.caseId })}>{t("moderation.case.toContested")}</a>
        </p>
      </section>
      {appeal.ruling && (
        <section className="stack" aria-labelledby="ruling">
          <h2 id="ruling">{t(`moderation.case.ruling.${appeal.ruling}`)}</h2>
          <p className="meta-line">
            {appeal.decider && <span>{t("moderation.case.decidedBy", { name: appeal.decider })}</span>}
            {appeal.decidedAt && (
              <span>
                <Time at={appeal.decidedAt} withTime />
              </span>
            )}
          </p>
          <Said title={t("moderation.case.toAuthor")} words={appeal.toAuthor} />
          <Said title={t("moderation.case.note")} words={appeal.note} />
        </section>
      )}
    </>
  );
}

function Measures({ decision }: { decision: NonNullable<Shown["decision"]> }) {
  const t = useTranslation();
  const { content, person, until, rule, decider, decidedAt } = decision;

  return (
    <>
      <ul className="plain-points">
        {isDismissal(decision) && <li>{t("moderation.case.nothing")}</li>}
        {content !== "NONE" && <li>{t(`decisions.content.${content}`)}</li>}
        {person !== "NONE" && (
          <li>
            {t(`decisions.person.${person}`)}
            {until && (
              <>
                {" "}
                {t("moderation.case.until")} <Time at={until} withTime />
              </>
            )}
          </li>
        )}
      </ul>
      <p className="meta-line">
        <span>{t(`moderation.rules.${rule}.title`)}</span>
        <span>{t("moderation.case.decidedBy", { name: decider ?? t("moderation.case.formerMember") })}</span>
        <span>
          <Time at={decidedAt} withTime />
        </span>
      </p>
    </>
  );
}

const Said = ({ title, words, lang }: { title: string; words: string; lang?: string }) =>
  words ? (
    <>
      <h3>{title}</h3>
      <blockquote className="case-words" lang={lang}>
        {words}
      </blockquote>
    </>
  ) : null;
