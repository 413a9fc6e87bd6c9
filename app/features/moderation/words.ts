import type { CaseKind, CaseSubject, ContentMeasure, PersonMeasure } from "~/generated/prisma/enums";
import { formatDay, formatTime } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import type { Translate } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import { isDismissal } from "./lifecycle";
import type { NoticeWords } from "./notice.server";
import type { RuleKey } from "./rules";

/** What a notice says of the thing that it is about. `subjectId` where its author can be led to mend it. */
export type ToldThing = { subjectType: CaseSubject; title: string; subjectId?: string };

type Kind = "POST" | "CONTRIBUTION" | "ACCOUNT" | "ORGANIZATION";

const kindOf = ({ subjectType }: ToldThing): Kind =>
  subjectType === "CONTRIBUTION" || subjectType === "ACCOUNT" || subjectType === "ORGANIZATION" ? subjectType : "POST";

const yours = (t: Translate, thing: ToldThing) => t(`decisions.yours.${kindOf(thing)}`, { title: thing.title });
const theirs = (t: Translate, thing: ToldThing) => t(`decisions.things.${kindOf(thing)}`, { title: thing.title });
const subjectOf = (t: Translate, thing: ToldThing) => t(`decisions.subject.${kindOf(thing)}`);

/** A rule by its title, with what it says. */
const ruleWords = (t: Translate, rule: string) => ({
  rule: t(`moderation.rules.${rule as RuleKey}.title`),
  text: t(`moderation.rules.${rule as RuleKey}.text`),
});

const toOwn = (t: Translate, language: Language) => ({ label: t("decisions.notices.own"), path: pathTo(language, "ownModeration") });

/** That something is hidden while it is looked at, for whose it is: by which rule, where one was named, and what they can do. */
export const hiddenWords =
  (thing: ToldThing & { rule?: string | null }) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("decisions.notices.hidden.subject", { subject: subjectOf(t, thing) }),
    paragraphs: [
      t("decisions.notices.hidden.text", { thing: yours(t, thing) }),
      ...(thing.rule ? [t("decisions.notices.hidden.rule", ruleWords(t, thing.rule))] : []),
      t("decisions.notices.hidden.reason"),
      t("decisions.notices.hidden.repair"),
    ],
    action:
      thing.subjectType === "POST" && thing.subjectId
        ? { label: t("decisions.notices.hidden.action"), path: pathTo(language, "postEdit", { id: thing.subjectId }) }
        : toOwn(t, language),
  });

/** That it is shown again, though nothing is decided yet. */
export const shownWords =
  (thing: ToldThing) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("decisions.notices.shown.subject", { subject: subjectOf(t, thing) }),
    paragraphs: [t("decisions.notices.shown.text", { thing: yours(t, thing) }), t("decisions.notices.shown.open")],
    action: toOwn(t, language),
  });

type Measures = { content: ContentMeasure; person: PersonMeasure };

/** What was decided, as those concerned have to know it. */
export type Decided = Measures & {
  id: string;
  kind: CaseKind;
  rule: string;
  until: Date | null;
  appealableUntil: Date | null;
  /** It was hidden before this decision. */
  wasHidden: boolean;
};

/** How the thing stands from now on. */
type Fate = "stays" | "shown" | "EDIT" | "HIDE" | "stillHidden" | "REMOVE";

function fateOf({ content, kind, wasHidden }: Pick<Decided, "content" | "kind" | "wasHidden">): Fate {
  if (content === "NONE") return wasHidden ? "shown" : "stays";
  return content === "HIDE" && kind === "REPAIR" ? "stillHidden" : content;
}

/** What is sent to whose it is, and to reporters, where the moderator writes nothing of their own. */
export function standardTexts(t: Translate, { content, person, wasHidden }: Measures & { wasHidden: boolean }) {
  const isDismissed = isDismissal({ content, person });
  const author = isDismissed ? (wasHidden ? "shown" : "dismissed") : content;
  return {
    toAuthor: t(`decisions.standard.author.${author}`),
    toReporters: t(`decisions.standard.reporter.${isDismissed ? "stays" : "acted"}`),
  };
}

/** The words of a moderator, one paragraph each. */
const written = (text: string) => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");

type ToAuthor = { thing: ToldThing; decided: Decided; own: string; token: string | null };

/** A decision, for whose thing it is about: what, by which rule, for how long, and what they can do now. `token` opens its page from a mail. */
export const decidedWords =
  ({ thing, decided, own, token }: ToAuthor) =>
  (t: Translate, language: Language, timeZone: string): NoticeWords => {
    const fate = fateOf(decided);
    const isDismissed = isDismissal(decided);
    const about = { thing: yours(t, thing) };
    return {
      subject: subjectOfDecision(t, thing, decided, fate),
      paragraphs: [
        `${t(`decisions.notices.decided.${decided.kind === "REPAIR" ? "lookedAgain" : "looked"}`, about)} ${t(`decisions.notices.decided.${fate}`)}`,
        ...(isDismissed ? [] : [t("decisions.notices.decided.rule", ruleWords(t, decided.rule))]),
        ...(own ? [t("decisions.notices.decided.wrote"), ...written(own)] : [standardTexts(t, decided).toAuthor]),
        ...personWords(t, decided, (time) => formatTime(time, language, timeZone)),
        ...nextWords(t, decided, (time) => formatDay(time, language, timeZone)),
      ],
      action: {
        label: t(`decisions.notices.${isDismissed ? "see" : "seeOrAppeal"}`),
        path: token && !isDismissed ? pathTo(language, "appealByMail", { token }) : pathTo(language, "decision", { id: decided.id }),
      },
      ...(token && !isDismissed ? { notes: [t("decisions.notices.next.appealByMail")] } : {}),
    };
  };

function subjectOfDecision(t: Translate, thing: ToldThing, { content, person }: Measures, fate: Fate): string {
  if (content === "NONE" && person !== "NONE") return t("decisions.notices.decided.subjectMeasure", { thing: yours(t, thing) });
  const names = { stays: "subjectStays", shown: "subjectShown", stillHidden: "subjectStillHidden" } as const;
  const name = fate === "EDIT" || fate === "HIDE" || fate === "REMOVE" ? (`subject${fate}` as const) : names[fate];
  return t(`decisions.notices.decided.${name}`, { subject: subjectOf(t, thing) });
}

function personWords(t: Translate, { person, until }: Decided, at: (time: Date) => string): string[] {
  if (person === "NONE") return [];
  return [t(`decisions.notices.person.${person}`, { time: until ? at(until) : "" })];
}

function nextWords(t: Translate, { content, person, appealableUntil }: Decided, on: (time: Date) => string): string[] {
  if (!appealableUntil) return [t("decisions.notices.next.nothing")];
  const repair = person === "SILENCE" || person === "SUSPEND" ? "repairLater" : "repair";
  return [
    ...(content === "HIDE" ? [t(`decisions.notices.next.${repair}`)] : []),
    t("decisions.notices.next.appeal", { date: on(appealableUntil) }),
  ];
}

type ToReporter = { thing: ToldThing; rule: string };

/** What became of a report. It says whether moderation acted, and nothing of measures against anyone. */
export const reporterWords =
  ({ thing, rule, decided, own }: ToReporter & { decided: Measures; own: string }) =>
  (t: Translate, language: Language): NoticeWords => {
    const isDismissed = isDismissal(decided);
    return {
      subject: t(`decisions.notices.reporter.${isDismissed ? "subjectStays" : "subjectActed"}`),
      paragraphs: [
        reported(t, { thing, rule }),
        t(`decisions.notices.reporter.${isDismissed ? "stays" : "acted"}`),
        ...(own
          ? [t("decisions.notices.decided.wrote"), ...written(own)]
          : [standardTexts(t, { ...decided, wasHidden: false }).toReporters]),
        t("decisions.notices.reporter.private"),
      ],
      action: toReports(t, language),
    };
  };

/** That what was reported is gone with whoever it was about. */
export const goneForReporterWords =
  (report: ToReporter) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("decisions.notices.reporter.subjectGone"),
    paragraphs: [reported(t, report), t("decisions.notices.reporter.gone"), t("decisions.notices.reporter.private")],
    action: toReports(t, language),
  });

const reported = (t: Translate, { thing, rule }: ToReporter) =>
  t("decisions.notices.reporter.reported", { thing: theirs(t, thing), rule: ruleWords(t, rule).rule });

const toReports = (t: Translate, language: Language) => ({
  label: t("decisions.notices.ownReports"),
  path: pathTo(language, "ownModeration"),
});
