import { randomUUID } from "node:crypto";

import { type Case, type Decision, everyone, except, signedIn } from "../decision";

const page = signedIn("page");

/** What a silenced account may not do either. */
const unlessSilenced = (answer: Case["get"]["member"]) => except(signedIn(answer), ["silenced"], "403");

const toRead: Decision = () => [{ get: page }];

/** A page with a form; the form is sent with a fault, so that nothing changes. */
const form =
  (sent: Record<string, string>, post = signedIn("422")): Decision =>
  () => [{ get: page, post, form: sent }];

/** One's own things: everyone with an account has them, and nobody has those of others. */
export const settings: Record<string, Decision> = {
  "accounts/consent": form({ terms: "old", privacy: "old" }),
  "settings/account": form({ name: "", language: "en", timeZone: "America/Toronto" }),
  "settings/proof": form({ password: "wrong words" }),
  "settings/password": form({ currentPassword: "wrong words", password: "seven birds on a wire" }),
  "settings/email": form({ email: "no" }),
  "settings/email-cancellation": () => [{ get: everyone("moved"), post: signedIn("409") }],
  "settings/sessions": toRead,
  "settings/session-ending": () => [{ get: everyone("moved"), post: signedIn("409"), form: { session: "0".repeat(64) } }],
  "settings/other-sessions": () => [{ get: everyone("moved"), post: signedIn("moved") }],
  "settings/security": toRead,
  "settings/authenticator": form({ setup: "none", code: "000000" }),
  "settings/authenticator-removal": () => [{ get: signedIn("404"), post: signedIn("404") }],
  "settings/recovery-codes": () => [{ get: signedIn("moved"), post: signedIn("409") }],
  "settings/new-passkey": form({ credential: "{}", name: "" }),
  "settings/new-passkey-challenge": () => [{ get: everyone("moved"), post: signedIn("page") }],
  "settings/passkey-removal": () => [{ values: { id: "someone-elses" }, get: signedIn("404"), post: signedIn("404") }],
  // Everyone who comes has a password already.
  "settings/new-own-password": () => [
    { get: signedIn("moved"), post: signedIn("moved"), formAlone: signedIn("422"), form: { password: "short" } },
  ],
  "settings/password-removal": () => [{ get: signedIn("moved"), post: signedIn("409") }],
  "settings/profile": form({ listing: "" }),
  // A picture comes in a form of another kind; this is none.
  "settings/profile-photo": form({}, signedIn("400")),
  "settings/profile-photo-removal": () => [{ get: everyone("moved"), post: unlessSilenced("moved") }],
  "settings/roles": form({ role: "EMPEROR", reason: "" }),
  "settings/role-withdrawal": ({ requests }) => [{ get: everyone("moved"), post: signedIn("404"), form: { request: requests.stranger } }],
  "settings/organizations": toRead,
  "settings/own-data": toRead,
  "settings/data-export": () => [{ get: page, post: signedIn("moved") }],
  "settings/data-archive": () => [{ values: { id: randomUUID() }, get: signedIn("404") }],
  "settings/deactivation": form({ unknown: "field" }, signedIn("400")),
  "settings/deletion": form({ unknown: "field" }, signedIn("400")),
};
