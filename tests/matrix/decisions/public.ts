import { type Decision, everyone, only } from "../decision";
import { members } from "../design";

const toRead: Decision = () => [{ get: everyone("page") }];

const nothing: Decision = () => [{ get: everyone("404"), post: everyone("404") }];

/** For who is not signed in; the others have no use for it. */
const door = only(members, "moved", "moved", "page");
const knock = only(members, "moved", "moved", "422");

/** What is open to everyone, the doors, and the addresses that stand outside of the site. */
export const open: Record<string, Decision> = {
  home: toRead,
  about: toRead,
  "code-of-conduct": toRead,
  terms: toRead,
  privacy: toRead,
  accessibility: toRead,
  "not-found": nothing,
  "routes/unknown": nothing,
  "routes/entrance": () => [{ get: everyone("moved") }],
  "routes/healthz": toRead,
  "routes/readyz": toRead,
  "routes/robots": toRead,
  "routes/oai": () => [{ query: { verb: "Identify" }, get: everyone("page"), post: everyone("page"), form: { verb: "Identify" } }],
  "routes/files": () => [{ values: { key: "0199aaaa-0000-7000-8000-000000000000" }, get: everyone("404") }],
  "routes/dev/mail": () => [{ get: everyone("404") }],
  "routes/dev/message": () => [{ values: { name: "one.eml" }, get: everyone("404") }],

  "accounts/sign-in": () => [
    { get: door, post: knock, formAlone: everyone("422"), form: { email: "nobody@example.org", password: "wrong words" } },
  ],
  "accounts/sign-up": () => [
    { get: door, post: knock, formAlone: everyone("422"), form: { name: "", email: "no", password: "short", language: "en" } },
  ],
  // Signing out is done with a session that is not needed afterwards.
  "accounts/sign-out": () => [{ get: everyone("moved"), post: everyone("moved"), isLast: true }],
  "accounts/verify-email": () => [{ query: { token: "over" }, get: everyone("410"), post: everyone("422"), form: { token: "over" } }],
  "accounts/forgotten-password": () => [{ get: everyone("page"), post: everyone("422"), form: { email: "" } }],
  "accounts/new-password": () => [
    { query: { token: "over" }, get: everyone("410"), post: everyone("422"), form: { token: "over", password: "seven birds on a wire" } },
  ],
  "accounts/email-confirmation": () => [{ query: { token: "over" }, get: everyone("410"), post: everyone("422"), form: { token: "over" } }],
  "accounts/email-refusal": () => [{ get: everyone("moved"), post: everyone("moved"), form: { token: "over" } }],
  "accounts/organization-sign-in": () => [
    { get: door, post: knock, formAlone: everyone("422"), form: { email: "someone@nowhere.example" } },
  ],
  "accounts/organization-refusal": () => [{ get: everyone("422") }],
  "routes/accounts/sso-callback": () => [{ get: everyone("moved") }],
  "accounts/second-factor": () => [
    { get: everyone("sign-in"), post: everyone("sign-in"), formAlone: everyone("422"), form: { code: "000000" } },
  ],
  "accounts/return": () => [{ get: everyone("sign-in"), post: everyone("sign-in"), formAlone: everyone("422") }],
  "accounts/sign-in-end": () => [{ get: everyone("sign-in"), post: everyone("moved") }],
  "accounts/passkey": () => [{ get: door, post: knock, formAlone: everyone("422"), form: { credential: "{}" } }],
  "accounts/passkey-challenge": () => [{ get: everyone("moved"), post: everyone("page") }],
};
