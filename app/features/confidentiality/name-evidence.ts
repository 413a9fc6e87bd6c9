import type { Language } from "~/i18n/languages";

import { ageBeside } from "./name-age";
import { isOfService } from "./name-of-service";
import { between, givenNames, kin, naming, persons, pluralRoles, roles, theirs, titles } from "./name-words";
import type { NameRun } from "./names";
import { has, type Reading, sentenceAround, throughNext } from "./reading";
import type { Token } from "./tokens";

/** `marks` are where identifiers stand that belong to one person only. */
export type Asked = { reading: Reading; tokens: Token[]; run: NameRun; language: Language; marks: number[] };

type Evidence = { decade?: number };

const CLOSING = /^\s?(?:[.,;:!?)»”"\n(]|$)/;
const CAPITAL_ROLE = /^[\p{Lu}]/u;

/** What says that a name is a client's; null where nothing does. Whoever works with clients is told from them first. */
export function evidenceFor(asked: Asked): Evidence | null {
  const place = placeOf(asked);
  const service = isOfService(asked, place.titled);
  if (service.before) return null;
  const age = ageBeside(asked);
  const evidence = age === null ? {} : { decade: Math.floor(age / 10) * 10 };
  if (besideRole(asked, place) || named(asked, place) || ofKin(asked, place)) return evidence;
  if (roleAfter(asked)) return evidence;
  if (service.after) return null;
  return age !== null || besideMark(asked, place) || aboutLife(asked, place) || presented(asked, place) ? evidence : null;
}

type Place = { text: string; after: string; titled: number; isTitled: boolean; hasInitial: boolean; isPerson: boolean };

/** Where a name stands. `titled` is the token at which it begins, its title included. */
function placeOf({ reading, tokens, run, language }: Asked): Place {
  const before = tokens[run.from - 1];
  const first = tokens[run.from] as Token;
  const last = tokens[run.to] as Token;
  const isTitle =
    before !== undefined && /^\.? $/.test(first.gap) && (titles.has(before.plain) || (before.plain === "m" && language === "fr"));
  let titled = isTitle ? run.from - 1 : run.from;
  const pair = tokens[titled - 2];
  if (isTitle && pair && ["and", "et"].includes(tokens[titled - 1]?.plain ?? "") && (titles.has(pair.plain) || pair.plain === "m"))
    titled -= 2;
  const after = reading.plain.slice(last.end, last.end + 60);
  return {
    text: reading.plain.slice(first.start, last.end),
    after: last.plain.length === 1 && after.startsWith(".") ? after.slice(1) : after,
    titled,
    isTitled: isTitle,
    hasInitial: run.to > run.from && last.plain.length === 1,
    isPerson: run.to > run.from || isTitle || givenNames.has(first.plain),
  };
}

/** "Jean Roy, DOB 1940-10-22". */
function besideMark({ reading, tokens, run, marks }: Asked, { isPerson }: Place): boolean {
  const { end } = tokens[run.to] as Token;
  return isPerson && marks.some((mark) => mark >= end && mark - end < 30 && !/[.!?\n]/.test(reading.plain.slice(end + 1, mark)));
}

/** "my client Jean", "one client, Jean,", "patient: Jean", "nom du client : Jean". */
function besideRole({ reading, tokens, run }: Asked, { titled, after, isPerson }: Place): boolean {
  let at = titled - 1;
  let gap = (tokens[titled] as Token).gap;
  for (let steps = 0; steps < 3 && tokens[at] && between.has((tokens[at] as Token).plain) && !/[.;!?\n]/.test(gap); steps += 1) {
    gap = `${(tokens[at] as Token).gap}${gap}`;
    at -= 1;
  }
  const role = tokens[at];
  if (!role || !roles.has(role.plain) || /[.;!?\n]/.test(gap)) return false;
  const isCapital = CAPITAL_ROLE.test(reading.text.slice(role.start, role.start + 1));
  const isLabel = gap.includes(":");
  if (isLabel) return !pluralRoles.has(role.plain) || isPerson;
  if (isCapital && (!isPerson || (pluralRoles.has(role.plain) && at === titled - 1))) return false;
  if (gap.includes(",")) return !pluralRoles.has(role.plain) && CLOSING.test(after);
  return !pluralRoles.has(role.plain) || run.to > run.from || givenNames.has((tokens[run.from] as Token).plain);
}

/** "a woman named Jean", "une aînée prénommée Jeanne": where the sentence speaks of a person. */
function named({ reading, tokens, run }: Asked, { titled }: Place): boolean {
  const before = tokens[titled - 1];
  if (!before || (tokens[titled] as Token).gap.trim() !== "") return false;
  const isNaming = naming.has(before.plain) || (["is", "de"].includes(before.plain) && naming.has(tokens[titled - 2]?.plain ?? ""));
  const from = (tokens[Math.max(0, run.from - 14)] as Token).start;
  const { end } = throughNext(reading, before, 120);
  if (!isNaming) return false;
  const own = sentenceAround(reading, before, 120);
  const around = tokens.slice(Math.max(0, run.from - 14), titled - 1).filter(({ start }) => start >= Math.max(from, own.start));
  const isOfSpeaker =
    around.some(({ plain }) => plain === "my" || plain === "m'" || plain === "je") &&
    before.plain !== "named" &&
    !around.some(({ plain }) => roles.has(plain));
  if (isOfSpeaker) return false;
  return around.some(({ plain }) => persons.has(plain) || roles.has(plain)) || has(reading, "clientWord", { start: before.end, end });
}

/** "her husband Paul", "sa fille Julie", "the client's daughter, Julie". */
function ofKin({ tokens }: Asked, { titled }: Place): boolean {
  const gap = (tokens[titled] as Token).gap;
  const relation = tokens[titled - 1];
  const whose = tokens[titled - 2];
  if (!relation || !whose || !kin.has(relation.plain) || !/^,? $/.test(gap)) return false;
  return theirs.has(whose.plain) || roles.has(whose.plain);
}

const ROLE =
  "client|cliente|clients|clientes|patient|patiente|patients|patientes|participant|participante|participants|participantes|resident|residente|residents|residentes|usager|usagere|usagers|usageres|beneficiaire|beneficiaires";
const APPOSED = new RegExp(
  `^(?: ?[,(] ?|, who is |, qui est | is | est | was | etait )(?:(?:an?|one|une?|the|our|my|notre|ma|mon|of|de|des|mes|nos|new|former|long-time|regular|ancienne?|nouvelle?) ){0,4}(?:${ROLE})(?:'s)?(?: (?<next>[a-z]{2,20}))?`,
);
const AND_NEXT = new RegExp(
  `^[?.!] (?:she|he|elle|il|they) (?:is|was|est|etait) (?:(?:an?|une?|one|of|my|our|de|mes|nos) ){0,3}(?:${ROLE})\\b`,
);
const works =
  /^(?:coordinator|navigator|services?|advocate|advocacy|relations|liaison|partner|partenaire|expert|experience|engagement|safety|records?|advisor)/;

/** "Jean, a client of ours", "Jeanne, une de nos participantes", "Jean is a client". */
function roleAfter(_: Asked, { after } = placeOf(_)): boolean {
  const match = APPOSED.exec(after);
  if (match) return !works.test(match.groups?.next ?? "");
  return AND_NEXT.test(after);
}

const CARED =
  /(?:\b(?:i|we) (?:referred|supported?|accompany|accompanied|saw|met|visited|see|visit|brought|have been seeing|followed|follow)|\bj'(?:ai )?(?:refere|oriente|accompagne|rencontre|vu|visite|amene|suis)|\bje (?:suis|vois|visite)|allee? (?:chez|voir)|advice about|conseil pour) $/;
const SURELY = /(?:referred|refere|oriente|accompagne|accompany|support(?:ed)?) $/;
const SUBJECT = /^ (?:has|is|was|lives|suffers|lost|a ete|est|vit|souffre|habite|a perdu|n'a|ne|have|were|ont ete)\b/;

/** "I referred Jean Roy to", "Mrs. Roy lives alone", "Ruth Goldfarb has dementia". */
function aboutLife({ reading, tokens, run }: Asked, { titled, after, isTitled, isPerson }: Place): boolean {
  if (!isPerson) return false;
  const first = tokens[titled] as Token;
  const last = tokens[run.to] as Token;
  const before = reading.plain.slice(Math.max(0, first.start - 40), first.start);
  const isCared = CARED.test(before);
  if (isCared && SURELY.test(before)) return true;
  const own = sentenceAround(reading, { start: first.start, end: last.end });
  const near = isCared ? throughNext(reading, { start: first.start, end: last.end }) : own;
  if (!isTitled && !isCared && !SUBJECT.test(after)) return false;
  return has(reading, "care", { start: first.start, end: near.end });
}

const SPOKEN_OF =
  /\b(?:i support|i see|we support|i visit|i am supporting|que je suis|que j'accompagne|que je vois|que nous suivons|d[eu] (?:mon|notre) (?:secteur|immeuble|groupe)|in our building|of \d{2}|de \d{2} ans|ans), $/;

/** "a woman I support, Svetlana B.,": someone is spoken of, and then named. */
function presented({ reading, tokens }: Asked, { titled, after, hasInitial }: Place): boolean {
  const first = tokens[titled] as Token;
  if (first.gap !== ", " || !CLOSING.test(after)) return false;
  const before = reading.plain.slice(Math.max(0, first.start - 60), first.start);
  const around = tokens.slice(Math.max(0, titled - 9), titled);
  return around.some(({ plain }) => persons.has(plain)) && (hasInitial || SPOKEN_OF.test(before));
}
