import { z } from "zod";

import { db } from "~/platform/db.server";

const WORKS_FOR_MS = 5 * 60_000;

const text = z.string().max(20_000);

const credentialShape = z.looseObject({
  id: z.string().min(1).max(1500),
  rawId: z.string().max(1500),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({
    clientDataJSON: text,
    authenticatorData: text.optional(),
    signature: text.optional(),
    attestationObject: text.optional(),
    userHandle: z.string().max(200).nullish(),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** Keeps a challenge for five minutes, for one person or for whoever answers it. */
export async function newChallenge(challenge: string, accountId: string | null) {
  await db.passkeyChallenge.create({ data: { challenge, accountId, expiresAt: new Date(Date.now() + WORKS_FOR_MS) } });
}

/** Uses up a challenge that was made for this person, or for whoever answers. False when there is no such one any more. */
export async function takeChallenge(challenge: string, accountId: string | null): Promise<boolean> {
  const { count } = await db.passkeyChallenge.deleteMany({ where: { challenge, accountId, expiresAt: { gt: new Date() } } });
  return count === 1;
}

/** Forgets the challenges that nobody answered in time. */
export async function forgetOldChallenges() {
  await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}

/** What a browser sent for a passkey, if it has the shape of that. */
export function readCredential<Response>(credential: string): Response | null {
  try {
    return credentialShape.parse(JSON.parse(credential)) as Response;
  } catch {
    return null;
  }
}

/** The challenge that a browser says it has answered. */
export function challengeIn(clientData: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, "base64url").toString()) as { challenge?: unknown };
    return typeof challenge === "string" && /^[\w-]{16,200}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}
