import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { mayFor, type Subject } from "~/features/publishing/policy";
import type { Role } from "~/generated/prisma/enums";

const may = mayFor(practiceKind);
const someone = (id: string, roles: Role[] = [], organizations: Actor["organizations"] = [], isSilenced = false): Actor => ({
  id,
  name: id,
  language: "en",
  timeZone: "America/Toronto",
  owesSecondFactor: false,
  owesConsent: false,
  roles,
  organizations,
  isSilenced,
});
const ours = [{ id: "ours", isSteward: false }];
const people = {
  visitor: null,
  member: someone("member"),
  author: someone("author", ["PRACTITIONER"], ours),
  colleague: someone("colleague", ["PRACTITIONER"], ours),
  colleagueWithoutRole: someone("colleagueWithoutRole", [], ours),
  steward: someone("steward", ["PRACTITIONER"], [{ id: "ours", isSteward: true }]),
  stranger: someone("stranger", ["PRACTITIONER"], [{ id: "theirs", isSteward: true }]),
  researcher: someone("researcher", ["RESEARCHER"]),
  host: someone("host", ["HOST"]),
  editor: someone("editor", ["EDITOR"]),
  moderator: someone("moderator", ["MODERATOR"]),
  administrator: someone("administrator", ["ADMINISTRATOR"]),
  silencedEditor: someone("silencedEditor", ["EDITOR"], [], true),
};
type Person = keyof typeof people;

const draft: Subject = {
  organizationId: "ours",
  visibility: "PUBLIC",
  isPublished: false,
  isRetired: false,
  isDiscarded: false,
  isHidden: false,
  isInReview: false,
  writerIds: ["author"],
};
const published = { ...draft, isPublished: true };

const whoMay = (verb: "read" | "readDrafts" | "revise" | "review" | "retire" | "discard", subject: Subject) =>
  (Object.keys(people) as Person[]).filter((name) => may[verb](people[name], subject));

const all = Object.keys(people) as Person[];

test("everyone reads what is public, signed in or not", () => {
  expect(whoMay("read", published)).toEqual(all);
});

test("what is for members is hidden from visitors only", () => {
  expect(whoMay("read", { ...published, visibility: "MEMBERS" })).toEqual(all.filter((name) => name !== "visitor"));
});

test("what is for the organization is seen by its people, its author and those who review", () => {
  expect(whoMay("read", { ...published, visibility: "ORGANIZATION" })).toEqual([
    "author",
    "colleague",
    "colleagueWithoutRole",
    "steward",
    "editor",
    "administrator",
  ]);
});

test("a draft is seen by its author, the organization's writers and stewards, and those who review", () => {
  expect(whoMay("read", draft)).toEqual(["author", "colleague", "steward", "editor", "administrator"]);
  expect(whoMay("readDrafts", published)).toEqual(["author", "colleague", "steward", "editor", "administrator"]);
});

test("its author, the organization's writers and editors revise it; other organizations do not", () => {
  expect(whoMay("revise", published)).toEqual(["author", "colleague", "steward", "editor", "administrator"]);
});

test("what is retired or put away is written on by nobody", () => {
  expect(whoMay("revise", { ...published, isRetired: true })).toEqual([]);
  expect(whoMay("revise", { ...draft, isDiscarded: true })).toEqual([]);
});

test("editors and administrators review it, and nobody reviews what they wrote themselves", () => {
  expect(whoMay("review", draft)).toEqual(["editor", "administrator"]);
  expect(whoMay("review", { ...draft, writerIds: ["editor", "administrator"] })).toEqual([]);
});

test("it is retired by those who review and by the organization's stewards", () => {
  expect(whoMay("retire", published)).toEqual(["steward", "editor", "administrator"]);
});

test("it is put away by who wrote it and by the organization's stewards", () => {
  expect(whoMay("discard", draft)).toEqual(["author", "steward"]);
});

test("one begins a guide only for an organization of one's own, and only with the role", () => {
  const names = all.filter((name) => may.draft(people[name], "ours"));
  expect(names).toEqual(["author", "colleague", "steward"]);
});

const maySummaries = mayFor(summaryKind);
const researchers: Record<string, Actor> = {
  author: someone("author", ["RESEARCHER"], ours),
  colleague: someone("colleague", ["RESEARCHER"], ours),
  practitioner: someone("practitioner", ["PRACTITIONER"], ours),
  steward: someone("steward", ["RESEARCHER"], [{ id: "ours", isSteward: true }]),
  elsewhere: someone("elsewhere", ["RESEARCHER"], [{ id: "theirs", isSteward: true }]),
  editor: someone("editor", ["EDITOR"]),
  administrator: someone("administrator", ["ADMINISTRATOR"]),
};
type Verb = "read" | "readDrafts" | "revise" | "review" | "retire" | "discard";
const whoMayOf = (verb: Verb, subject: Subject) =>
  Object.entries(researchers)
    .filter(([, who]) => maySummaries[verb](who, subject))
    .map(([name]) => name);
const inReview = { ...draft, isInReview: true };

test("researchers review each other's summaries wherever they belong, and nobody reviews their own", () => {
  expect(whoMayOf("review", inReview)).toEqual(["colleague", "steward", "elsewhere", "editor", "administrator"]);
  expect(maySummaries.review(researchers.colleague ?? null, inReview, "colleague")).toBe(false);
  expect(may.review(someone("elsewhere", ["RESEARCHER"]), inReview)).toBe(false);
});

test("who only reviews sees an unpublished summary as long as it awaits a review", () => {
  const insiders = ["author", "colleague", "steward", "editor", "administrator"];

  expect(whoMayOf("readDrafts", draft)).toEqual(insiders);
  expect(whoMayOf("readDrafts", inReview)).toEqual([...insiders.slice(0, 3), "elsewhere", ...insiders.slice(3)]);
  expect(whoMayOf("read", { ...published, visibility: "ORGANIZATION", isInReview: true })).not.toContain("elsewhere");
});

test("who only reviews a summary neither mends it, retires it nor puts it away", () => {
  expect(whoMayOf("revise", inReview)).toEqual(["author", "colleague", "steward", "editor", "administrator"]);
  expect(whoMayOf("retire", { ...published, isInReview: true })).toEqual(["steward", "editor", "administrator"]);
  expect(whoMayOf("discard", inReview)).toEqual(["author", "steward"]);
});

test("one begins a summary only as a researcher of one's own organization", () => {
  expect(Object.keys(researchers).filter((name) => maySummaries.draft(researchers[name] ?? null, "ours"))).toEqual([
    "author",
    "colleague",
    "steward",
  ]);
});
