import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { audiences, may, type Person, seesField } from "~/features/people/policy";

const someone = (id: string, organizations: string[] = [], isSilenced = false): Actor => ({
  id,
  name: id,
  language: "en",
  timeZone: "America/Toronto",
  roles: [],
  organizations: organizations.map((each) => ({ id: each, isSteward: false })),
  isSilenced,
  owesSecondFactor: false,
  owesConsent: false,
});

const viewers = {
  visitor: null,
  member: someone("member"),
  stranger: someone("stranger", ["theirs"]),
  colleague: someone("colleague", ["theirs", "ours"]),
  owner: someone("owner", ["ours"]),
};

const amira = (changes: Partial<Person> = {}): Person => ({
  id: "owner",
  listing: "EVERYONE",
  isAway: false,
  isHidden: false,
  organizationIds: ["ours", "more"],
  ...changes,
});

const whoSees = (sees: (viewer: Actor | null) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => sees(viewer))
    .map(([name]) => name)
    .join(" ");

test("each audience is what it says", () => {
  expect(audiences.map((audience) => [audience, whoSees((viewer) => seesField(viewer, amira(), audience))])).toEqual([
    ["EVERYONE", "visitor member stranger colleague owner"],
    ["MEMBERS", "member stranger colleague owner"],
    ["ORGANIZATIONS", "colleague owner"],
    ["NOBODY", ""],
  ]);
});

test("a profile is found by its audience, and by its owner always", () => {
  expect(audiences.map((listing) => [listing, whoSees((viewer) => may.read(viewer, amira({ listing })))])).toEqual([
    ["EVERYONE", "visitor member stranger colleague owner"],
    ["MEMBERS", "member stranger colleague owner"],
    ["ORGANIZATIONS", "colleague owner"],
    ["NOBODY", "owner"],
  ]);
});

test("a field is never shown to whoever does not see that there is a profile", () => {
  for (const listing of audiences)
    for (const audience of audiences)
      for (const viewer of Object.values(viewers)) {
        const person = amira({ listing });
        if (may.readField(viewer, person, audience)) expect(may.read(viewer, person)).toBe(true);
      }
  expect(whoSees((viewer) => may.readField(viewer, amira({ listing: "ORGANIZATIONS" }), "EVERYONE"))).toBe("colleague owner");
});

test("someone without an organization shares none, and who is away is seen by nobody", () => {
  expect(whoSees((viewer) => seesField(viewer, amira({ organizationIds: [] }), "ORGANIZATIONS"))).toBe("");
  expect(whoSees((viewer) => may.read(viewer, amira({ isAway: true })))).toBe("");
  expect(whoSees((viewer) => may.readField(viewer, amira({ isAway: true }), "EVERYONE"))).toBe("");
});

test("a visitor and a silenced account change no profile", () => {
  expect([may.change(null), may.change(someone("silenced", [], true)), may.change(viewers.owner)]).toEqual([false, false, true]);
});
