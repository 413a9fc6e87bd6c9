import { Secret, TOTP } from "otpauth";
import QRCode from "qrcode";

import { record } from "~/features/activity/record.server";
import { db, isTaken } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { giveBack, limit } from "~/platform/rate-limit.server";
import { seal, unseal } from "~/platform/secret.server";

import type { Actor } from "./actor";
import { lockFactors, tellOwner } from "./factors.server";
import { codesForFirstFactor, dropCodesWithLastFactor } from "./recovery-code.server";

// RFC 6238 with what all apps can do: SHA-1, six digits, half a minute, and a clock that is one step wrong.
const PERIOD_SECONDS = 30;
const WINDOW = 1;
const SETUP_MINUTES = 30;

/** A new secret for an app, drawn for this person; `setup` holds it sealed until it is confirmed. Nothing is written yet. */
export const newSetup = (actor: Actor, site: string) => drawSetup(actor, site, newSecret());

/** The same once more, for a code that was wrong. Refuses what was not made for this person, or too long ago (422). */
export const sameSetup = (actor: Actor, site: string, setup: string) => drawSetup(actor, site, secretIn(actor, setup));

/**
 * Adds an authenticator app, once it gives a right code, and tells its owner by mail. With the first factor come recovery codes, given back
 * to be shown once. Refuses a wrong code and a setup that is too old (422), guessing (429), and a second app (409).
 */
export async function addAuthenticator(actor: Actor, { setup, code }: { setup: string; code: string }): Promise<string[] | null> {
  await limit("codes by account", actor.id);
  const secret = secretIn(actor, setup);
  const counter = counterOf(secret, code.replace(/[\s-]/g, ""));
  if (counter === null) throw unprocessable("security.errors.setupCode");
  await giveBack("codes by account", actor.id);

  const work = db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    await tx.authenticator.create({
      data: { accountId: actor.id, sealedSecret: seal("authenticator", secret), lastCounter: counter, confirmedAt: new Date() },
    });
    await record(tx, actor, "account.authenticator_added", { type: "ACCOUNT", id: actor.id });
    await tellOwner(tx, owner, "authenticatorAdded");
    return codesForFirstFactor(tx, actor, owner);
  });
  return work.catch((error: unknown) => {
    throw isTaken(error) ? conflict("security.errors.hasAuthenticator") : error;
  });
}

/** Removes the authenticator app, and with the last factor the recovery codes. Refuses with 404 when there is none. */
export async function removeAuthenticator(actor: Actor) {
  await db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    const { count } = await tx.authenticator.deleteMany({ where: { accountId: actor.id } });
    found(count === 1 || null);
    await dropCodesWithLastFactor(tx, actor.id);
    await record(tx, actor, "account.authenticator_removed", { type: "ACCOUNT", id: actor.id });
    await tellOwner(tx, owner, "authenticatorRemoved");
  });
}

/** Takes a code of the app, if it is right. Neither it nor an earlier one is ever taken again (RFC 6238, 5.2). */
export async function takeAppCode(accountId: string, code: string): Promise<boolean> {
  const row = await db.authenticator.findUnique({ where: { accountId }, select: { sealedSecret: true, confirmedAt: true } });
  if (!row?.confirmedAt) return false;
  const counter = counterOf(unseal("authenticator", row.sealedSecret), code);
  if (counter === null) return false;

  const { count } = await db.authenticator.updateMany({
    where: { accountId, sealedSecret: row.sealedSecret, lastCounter: { lt: counter } },
    data: { lastCounter: counter },
  });
  return count === 1;
}

const newSecret = () => new Secret({ size: 20 }).base32;

const totp = (secret: string, about = {}) => new TOTP({ ...about, secret, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS });

/** Which half minute a code belongs to; null when it is none of now, of the one before or of the one after. */
function counterOf(secret: string, code: string): number | null {
  const now = Date.now();
  const delta = /^\d{6}$/.test(code) ? totp(secret).validate({ token: code, timestamp: now, window: WINDOW }) : null;
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}

async function drawSetup(actor: Actor, site: string, secret: string) {
  const { email } = found(await db.account.findUnique({ where: { id: actor.id }, select: { email: true } }));
  const uri = totp(secret, { issuer: site, label: email }).toString();
  const svg = await QRCode.toString(uri, { type: "svg", errorCorrectionLevel: "M", margin: 3 });

  return {
    key: (secret.match(/.{1,4}/g) ?? []).join(" "),
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    setup: seal("authenticator setup", JSON.stringify({ secret, accountId: actor.id, until: Date.now() + SETUP_MINUTES * 60_000 })),
  };
}

function secretIn(actor: Actor, setup: string): string {
  let made: { secret: string; accountId: string; until: number };
  try {
    made = JSON.parse(unseal("authenticator setup", setup)) as typeof made;
  } catch {
    throw unprocessable("security.errors.setupOver");
  }
  if (made.accountId !== actor.id || made.until < Date.now()) throw unprocessable("security.errors.setupOver");
  return made.secret;
}
