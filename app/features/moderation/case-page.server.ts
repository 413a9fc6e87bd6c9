import type { Actor } from "~/features/accounts/actor";
import { getHeldForCase } from "~/features/forums/held-list.server";
import { diffWords } from "~/features/publishing/diff";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { findCaseHistory } from "./case-history.server";
import { type CaseRow, findCaseRow } from "./case-row.server";
import { findPresentThing, type PresentThing } from "./case-thing.server";
import type { CaseToDecide } from "./components/decision-form";
import { isFresh } from "./claim.server";
import { isOpenTo } from "./lifecycle";
import { type CaseSubjectOf, may, requestKinds, type Scope } from "./policy";
import { isFlaggable } from "./subject.server";

export type CasePage = Awaited<ReturnType<typeof getCase>>;

/**
 * A case for those who decide: what it is about, as it was and as it is, who reported it, what was said, and what came before. What is not for the
 * viewer's role or scope does not exist (404). Three round trips, which change and lock nothing; words that wait are
 * drawn as they would look, which takes some more.
 */
export async function getCase(viewer: Actor, language: Language, id: string) {
  const row = found(await findCaseRow(viewer, language, id));
  const scope = scopeIn(row);
  const subject = subjectIn(row);
  if (!may.see(viewer, subject, scope)) throw notFound();

  const isWaiting = row.kind === "HELD" && row.closedAt === null;
  const [thing, held, history] = await Promise.all([
    isWaiting ? null : findPresentThing(viewer, language, row),
    isWaiting ? getHeldForCase(db, row.subjectId) : null,
    findCaseHistory(viewer, scope, row),
  ]);
  const conflict = may.conflictOf(viewer, subject);
  const { scope: _scope, organizationIds: _ids, ownersOrganizationIds: _theirs, ownerIds: _owners, assignee, claimedAt, ...shown } = row;
  const isClaimed = isFresh(claimedAt);
  const isOpen = row.closedAt === null;

  return {
    ...shown,
    assignee: isClaimed ? assignee : null,
    isOpen,
    conflict,
    thing,
    held,
    changes: changesOf(row, thing),
    history,
    isRequest: requestKinds.includes(row.kind),
    toDecide: toDecide(viewer, row, thing),
    may: movesOf({ viewer, row, thing, isFree: conflict === null && isOpen, isClaimed }),
  };
}

type Standing = { viewer: Actor; row: CaseRow; thing: PresentThing | null; isFree: boolean; isClaimed: boolean };

/** What the viewer may do now: what the verbs would not refuse. */
function movesOf({ viewer, row, thing, isFree, isClaimed }: Standing) {
  const isMine = isClaimed && row.assignee?.id === viewer.id;
  const to = (move: Parameters<typeof isOpenTo>[0]) => isFree && isOpenTo(move, { kind: row.kind, isOpen: row.closedAt === null });
  const isThere = isFlaggable(row.subjectType) && thing !== null && thing.state !== "REMOVED";
  return {
    claim: to("claim") && !isClaimed,
    release: to("claim") && isMine,
    hide: to("hide") && isThere && thing.state === "SHOWN",
    show: to("hide") && isThere && thing.state === "HIDDEN" && row.hiddenAt !== null,
    decide: to("decide"),
    approve: to("release"),
    rule: to("rule"),
    decideElsewhere: isFree && requestKinds.includes(row.kind) && thing?.address != null,
  };
}

/** What the form of a decision has to know. */
function toDecide(viewer: Actor, row: CaseRow, thing: PresentThing | null): CaseToDecide {
  const known = new Set(row.flags.map(({ language }) => language));
  return {
    id: row.id,
    version: row.version,
    subjectType: row.subjectType,
    rule: row.rule,
    body: row.subjectType === "POST" ? (thing?.words ?? "") : "",
    isHidden: thing?.state === "HIDDEN",
    isGone: thing === null || thing.state === "REMOVED",
    hasAuthor: row.author !== null || row.subjectType === "ORGANIZATION",
    authorLanguage: row.author?.language ?? row.language,
    reporterLanguages: languages.filter((language) => known.has(language)),
    timeZone: viewer.timeZone,
  };
}

/** What its author has changed since the case was opened, word by word; null where there is nothing to compare, or nothing changed. */
function changesOf({ subjectType, words }: CaseRow, thing: PresentThing | null) {
  const isCompared = isFlaggable(subjectType) && thing !== null && words !== "" && thing.words !== words;
  return isCompared ? diffWords(words, thing.words) : null;
}

const scopeIn = ({ scope }: CaseRow): Scope => {
  const valuesOf = (kind: CaseRow["scope"][number]["kind"]) => scope.flatMap((one) => (one.kind === kind ? one.value : []));
  return { languages: valuesOf("LANGUAGE") as Language[], categoryIds: valuesOf("CATEGORY"), organizationIds: valuesOf("ORGANIZATION") };
};

const subjectIn = ({ kind, language, categoryId, organizationIds, ownersOrganizationIds, ownerIds, appeal }: CaseRow): CaseSubjectOf => ({
  kind,
  language,
  categoryId,
  organizationIds: [...new Set([...organizationIds, ...ownersOrganizationIds])],
  ownerIds,
  deciderIds: appeal?.decision.deciderId ? [appeal.decision.deciderId] : [],
});
