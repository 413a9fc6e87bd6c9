import { randomUUID } from "node:crypto";

import type { Answer } from "../ask";
import { type Case, type Decision, everyone, except, only, signedIn } from "../decision";
import { all, design, members, ofRiverside, runRiverside, writers } from "../design";
import type { World } from "../world";

/** For those who run Riverside. That it exists is no secret: the others are told that this is not theirs to do. */
const run = (answer: Answer) => only(runRiverside, answer, "403");

/** Of those who run it, those who may make others practitioners: nobody gives what they do not hold. */
const makePractitioners = (answer: Answer) => only(["steward", "administrator"], answer, "403");

/** The people of an organization are known to each other; for everyone else they do not exist. */
const seePeople = (answer: Answer) => only(all(ofRiverside, design.runThePortal), answer, "404");
const runPeople = (answer: Answer) => except(seePeople(answer), ["practitioner", "researcher of Riverside"], "403");

const atRiverside =
  (about: Omit<Case, "values">, values: (world: World) => Case["values"] = () => ({})): Decision =>
  (world) => [{ ...about, values: { slug: world.organizations.riverside.slug, ...values(world) } }];

const id = (of: (world: World) => string) => (world: World) => ({ id: of(world) });
const person = (of: (world: World) => string) => (world: World) => ({ person: of(world) });

/** Organizations, and who may do what with them and their people. */
export const organizations: Record<string, Decision> = {
  "organizations/index": () => [{ get: everyone("page") }],
  "organizations/show": (world) => [
    { what: "member", values: { slug: world.organizations.riverside.slug }, get: everyone("page") },
    { what: "listed", values: { slug: world.organizations.listed.slug }, get: everyone("page") },
    { what: "applied", values: { slug: world.organizations.applied.slug }, get: only(design.runThePortal, "page", "404", "404") },
    { what: "closed", values: { slug: world.organizations.closed.slug }, get: everyone("page") },
    { what: "none", values: { slug: "no-such-organization" }, get: everyone("404") },
  ],
  parity: () => [{ get: everyone("page") }],
  "organizations/parity": (world) => [
    { what: "member", values: { slug: world.organizations.riverside.slug }, get: everyone("page") },
    { what: "applied", values: { slug: world.organizations.applied.slug }, get: only(design.runThePortal, "page", "404", "404") },
    { what: "none", values: { slug: "no-such-organization" }, get: everyone("404") },
  ],
  "organizations/tasks": (world) => [
    { what: "member", values: { slug: world.organizations.riverside.slug }, get: only(runRiverside, "page", "403") },
    { what: "applied", values: { slug: world.organizations.applied.slug }, get: only(design.runThePortal, "page", "404") },
    { what: "none", values: { slug: "no-such-organization" }, get: signedIn("404") },
  ],
  "organizations/edit": (world) => [
    { what: "member", values: { slug: world.organizations.riverside.slug }, get: run("page"), post: signedIn("422") },
    {
      what: "applied",
      values: { slug: world.organizations.applied.slug },
      get: only(design.runThePortal, "409", "404"),
      post: signedIn("422"),
    },
  ],
  // A picture comes in a form of another kind; this is none.
  "organizations/logo": atRiverside({ get: run("page"), post: signedIn("400") }),
  "organizations/logo-removal": atRiverside({ get: everyone("moved"), post: run("moved") }),
  // How people sign in is set by administrators, and hidden from everyone else.
  "organizations/sso": atRiverside({
    get: only(design.runThePortal, "page", "404"),
    post: only(design.runThePortal, "422", "404"),
    form: { issuer: "https://127.0.0.1/", clientId: "portal", secret: "a secret of no use", isActive: "1" },
  }),
  "organizations/sso-removal": atRiverside({ get: everyone("moved"), post: signedIn("404") }),
  "organizations/new": () => [{ get: only(writers, "page", "403"), post: signedIn("422") }],
  "organizations/claim": (world) => [
    { what: "listed", values: { slug: world.organizations.listed.slug }, get: only(writers, "page", "403"), isOnlyRead: true },
    {
      what: "member",
      values: { slug: world.organizations.riverside.slug },
      get: signedIn("moved"),
      post: only(writers, "409", "403"),
      form: { id: randomUUID(), message: "We have run this organization since it was founded, all of us." },
    },
    {
      what: "applied",
      values: { slug: world.organizations.applied.slug },
      get: only(design.runThePortal, "moved", "404"),
      isOnlyRead: true,
    },
  ],
  "organizations/application": (world) => [{ values: { slug: world.organizations.applied.slug }, get: signedIn("404") }],
  "organizations/application-withdrawal": (world) => [
    { values: { slug: world.organizations.applied.slug }, get: everyone("moved"), post: only(design.runThePortal, "409", "404") },
  ],
  "organizations/orphans": atRiverside({
    get: run("page"),
    post: signedIn("404"),
    form: { contribution: randomUUID(), person: randomUUID() },
  }),
  "organizations/role-requests": atRiverside({ get: run("page") }),
  "organizations/role-request": atRiverside(
    { get: run("page"), post: makePractitioners("422"), form: { answer: "DECLINED", note: "" } },
    id(({ requests }) => requests.colleague),
  ),
  "organizations/practitioner": atRiverside(
    { get: run("page"), post: makePractitioners("422"), form: { reason: "She leads our walks.", endsOn: "2020-01-01" } },
    id(({ colleague }) => colleague),
  ),
  "organizations/practitioner-removal": atRiverside(
    { get: run("page"), post: makePractitioners("409"), form: { reason: "She has changed posts." } },
    id(({ colleague }) => colleague),
  ),

  "membership/people": atRiverside({ get: seePeople("page") }),
  "membership/new-invitation": atRiverside({ get: runPeople("page"), post: signedIn("422"), form: { email: "no" } }),
  "membership/invitation-list": atRiverside({ get: runPeople("page"), post: runPeople("422") }),
  "membership/invitation-sending": atRiverside({
    get: everyone("moved"),
    post: runPeople("422"),
    form: { text: "no address", language: "en" },
  }),
  "membership/invitation-renewal": atRiverside(
    { get: everyone("moved"), post: runPeople("409") },
    id(({ invitation }) => invitation),
  ),
  "membership/invitation-revocation": atRiverside(
    { get: everyone("moved"), post: runPeople("409") },
    id(({ invitation }) => invitation),
  ),
  "membership/domains": atRiverside({ get: runPeople("page"), post: runPeople("422"), form: { domain: "elsewhere.example.net" } }),
  "membership/domain-removal": atRiverside({ get: everyone("moved"), post: runPeople("409"), form: { domain: "nowhere.example" } }),
  "membership/request": atRiverside(
    { get: runPeople("page") },
    id(({ joining }) => joining.open),
  ),
  "membership/request-approval": atRiverside(
    { get: everyone("moved"), post: runPeople("409") },
    id(({ joining }) => joining.answered),
  ),
  "membership/request-refusal": atRiverside(
    { get: everyone("moved"), post: runPeople("409") },
    id(({ joining }) => joining.answered),
  ),
  "membership/stewardship": atRiverside(
    { get: everyone("moved"), post: runPeople("409") },
    person(({ spareSteward }) => spareSteward),
  ),
  "membership/stewardship-end": atRiverside(
    { get: runPeople("409"), post: runPeople("409") },
    person(({ colleague }) => colleague),
  ),
  "membership/removal": (world) => [
    { values: { slug: world.organizations.riverside.slug, person: world.colleague }, get: runPeople("page"), isOnlyRead: true },
    {
      what: "of a stranger",
      values: { slug: world.organizations.riverside.slug, person: world.stranger },
      get: runPeople("404"),
      post: runPeople("404"),
    },
  ],
  "membership/join": (world) => [
    { what: "member", values: { slug: world.organizations.riverside.slug }, get: signedIn("page"), isOnlyRead: true },
    {
      what: "listed",
      values: { slug: world.organizations.listed.slug },
      get: signedIn("page"),
      post: only(writers, "409", "403"),
      form: { message: "I would like to join you." },
    },
    {
      what: "applied",
      values: { slug: world.organizations.applied.slug },
      get: only(design.runThePortal, "page", "404"),
      isOnlyRead: true,
    },
  ],
  "membership/join-withdrawal": atRiverside({ get: everyone("moved"), post: only(writers, "409", "403") }),
  "membership/join-domain": atRiverside({ get: everyone("moved"), post: except(only(writers, "422", "403"), ofRiverside, "409") }),
  "membership/departure": (world) => [
    { what: "of Riverside", values: { slug: world.organizations.riverside.slug }, get: only(ofRiverside, "page", "404"), isOnlyRead: true },
    { what: "of what nobody belongs to", values: { slug: world.organizations.listed.slug }, get: signedIn("404"), post: signedIn("404") },
  ],
  "membership/invitation": () => [
    { query: { token: "over" }, get: except(everyone("410"), ["silenced"], "403"), post: except(signedIn("410"), ["silenced"], "403") },
  ],
  "membership/invitation-account": () => [
    {
      query: { token: "over" },
      get: only(members, "moved", "moved", "410"),
      post: only(members, "moved", "moved", "422"),
      form: { name: "" },
    },
  ],

  "people/index": () => [{ get: everyone("page") }],
  "people/show": ({ profile }) => [
    { values: { slug: profile }, get: only(members, "page", "page", "404") },
    { what: "nobody", values: { slug: "nobody" }, get: everyone("404") },
  ],
};
