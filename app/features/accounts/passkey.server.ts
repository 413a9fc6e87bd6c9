import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

import { record } from "~/features/activity/record.server";
import { db, isTaken } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { limit, networkOf } from "~/platform/rate-limit.server";

import type { Actor } from "./actor";
import { lockFactors, tellOwner } from "./factors.server";
import { MOST_PASSKEYS } from "./limits";
import { challengeIn, newChallenge, readCredential, takeChallenge } from "./passkey-challenge.server";
import { codesForFirstFactor, dropCodesWithLastFactor } from "./recovery-code.server";

const refused = () => unprocessable("security.errors.passkey");

const rpIdOf = (origin: string) => new URL(origin).hostname;

/** What a browser needs to be asked for any passkey that it has for this portal. Refuses with 429 who asks for many. */
export async function askForPasskey(origin: string, clientAddress: string) {
  await limit("passkey by address", networkOf(clientAddress));
  const options = await generateAuthenticationOptions({ rpID: rpIdOf(origin), userVerification: "required" });
  await newChallenge(options.challenge, null);
  return options;
}

/** What a browser needs to make a passkey for this person that it can find again by itself. Refuses the twenty-first (409). */
export async function askForNewPasskey(actor: Actor, origin: string, site: string) {
  const account = found(
    await db.account.findUnique({
      where: { id: actor.id },
      select: { email: true, name: true, passkeys: { select: { id: true, transports: true }, take: MOST_PASSKEYS } },
    }),
  );
  if (account.passkeys.length >= MOST_PASSKEYS) throw conflict("security.errors.passkeysFull");
  const options = await generateRegistrationOptions({
    rpName: site,
    rpID: rpIdOf(origin),
    userID: new TextEncoder().encode(actor.id),
    userName: account.email,
    userDisplayName: account.name,
    excludeCredentials: account.passkeys,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await newChallenge(options.challenge, actor.id);
  return options;
}

/**
 * Adds a passkey that a browser has made, and tells its owner by mail. With the first factor come recovery codes, given back to be shown once.
 * Refuses what does not answer an open challenge of this person and this portal (422), one that is known, and the twenty-first (409).
 */
export async function addPasskey(actor: Actor, { name, credential }: { name: string; credential: string }, origin: string) {
  const response = readCredential<RegistrationResponseJSON>(credential);
  const challenge = response && challengeIn(response.response.clientDataJSON);
  if (!response || !challenge || !(await takeChallenge(challenge, actor.id))) throw refused();
  const made = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpIdOf(origin),
    requireUserVerification: true,
  }).catch(said);
  if (!made?.verified) throw refused();
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;

  const work = db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    if (owner.passkeys >= MOST_PASSKEYS) throw conflict("security.errors.passkeysFull");
    await tx.passkey.create({ data: { id, accountId: actor.id, publicKey, counter, transports, name } });
    await record(tx, actor, "account.passkey_added", { type: "ACCOUNT", id: actor.id });
    await tellOwner(tx, owner, "passkeyAdded");
    return codesForFirstFactor(tx, actor, owner);
  });
  return work.catch((error: unknown) => {
    throw isTaken(error) ? conflict("security.errors.passkeyKnown") : error;
  });
}

/**
 * Removes one of one's own passkeys, and with the last factor the recovery codes. Refuses with 404 what is not one's own, and with 409 the
 * last way into an account without a password.
 */
export async function removePasskey(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId: actor.id } });
    found(count === 1 || null);
    if (!owner.hasPassword && owner.identities === 0 && owner.passkeys === 1) throw conflict("security.errors.lastWayIn");
    await dropCodesWithLastFactor(tx, actor.id);
    await record(tx, actor, "account.passkey_removed", { type: "ACCOUNT", id: actor.id });
    await tellOwner(tx, owner, "passkeyRemoved");
  });
}

/**
 * Takes what a browser answered for a passkey and gives the account it belongs to: that of `accountId`, or any when it is null. Refuses
 * with 422 what does not answer an open challenge of this portal, what is unknown, and a counter that fell, as that of a copy would.
 */
export async function acceptPasskey(credential: string, origin: string, accountId: string | null): Promise<string> {
  const response = readCredential<AuthenticationResponseJSON>(credential);
  const challenge = response && challengeIn(response.response.clientDataJSON);
  if (!response || !challenge || !(await takeChallenge(challenge, null))) throw refused();

  const passkey = await db.passkey.findUnique({ where: { id: response.id, ...(accountId ? { accountId } : {}) } });
  const { userHandle } = response.response;
  if (!passkey || (userHandle && Buffer.from(userHandle, "base64url").toString() !== passkey.accountId)) throw refused();
  const used = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpIdOf(origin),
    requireUserVerification: true,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
  }).catch(said);
  if (!used?.verified) throw refused();

  const { count } = await db.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter: used.authenticationInfo.newCounter, lastUsedAt: new Date() },
  });
  if (count === 0) throw refused();
  return passkey.accountId;
}

/** Why the answer of a browser was not taken, for the log alone. */
function said(error: unknown) {
  log.warn({ reason: error instanceof Error ? error.message.slice(0, 200) : "unknown" }, "a passkey was refused");
  return null;
}
