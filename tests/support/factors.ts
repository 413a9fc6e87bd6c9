import { TOTP } from "otpauth";

import type { Actor } from "~/features/accounts/actor";
import { addAuthenticator, newSetup } from "~/features/accounts/authenticator.server";
import { askForNewPasskey, askForPasskey, addPasskey } from "~/features/accounts/passkey.server";
import { account, session, whoIs } from "#tests/support/accounts";

import { SoftPasskey } from "./soft-passkey";

export const ORIGIN = "http://localhost:3000";

const PERIOD_MS = 30_000;

/** Someone with a password who acts. */
export async function someone(email: string, about: Parameters<typeof account>[1] = {}) {
  const { id } = await account(email, about);
  return (await whoIs(await session(id))) as Actor;
}

/** Codes of an app, so many half minutes from now. */
export type App = { codes: string[]; code: (steps?: number) => string; secret: string };

/** Sets up an authenticator app. Its present code is used up by that; the next one is as good. */
export async function withApp(actor: Actor): Promise<App> {
  const { key, setup } = await newSetup(actor, "Practice Commons");
  const secret = key.replace(/ /g, "");
  const totp = new TOTP({ secret });
  const code = (steps = 1) => totp.generate({ timestamp: Date.now() + steps * PERIOD_MS });
  return { codes: (await addAuthenticator(actor, { setup, code: code(0) })) ?? [], code, secret };
}

/** Adds a passkey as a browser would make it. */
export async function withPasskey(actor: Actor, name = "My phone") {
  const { challenge } = await askForNewPasskey(actor, ORIGIN, "Practice Commons");
  const passkey = new SoftPasskey(ORIGIN, actor.id);
  const codes = await addPasskey(actor, { name, credential: passkey.made(challenge) }, ORIGIN);
  return { passkey, codes };
}

/** What a browser answers for a passkey when it is asked now. */
export const answer = async (passkey: SoftPasskey) => passkey.used((await askForPasskey(ORIGIN, "192.0.2.1")).challenge);
