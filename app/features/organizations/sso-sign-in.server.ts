import { randomBytes } from "node:crypto";

import * as oidc from "openid-client";
import { z } from "zod";

import { findLinkedAccount, linkIdentity } from "~/features/accounts/identity.server";
import { openAccount } from "~/features/accounts/opening.server";
import { beginSignIn, type Browser, type SignInStep } from "~/features/accounts/pending-sign-in.server";
import { hashOf } from "~/features/accounts/token.server";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { limit, networkOf } from "~/platform/rate-limit.server";

import { domainOf } from "./domain-name.server";
import { admit, findMembership } from "./membership.server";
import { providerOf, ssoCallback } from "./sso-connection.server";
import type { SsoRefusal } from "./sso-refusals";

const WORKS_FOR_MS = 10 * 60_000;

export type Departure = { address: string; browser: string };

export type Arrival = { step: SignInStep; returnTo: string; language: Language };

/** Thrown when a sign-in through an organization is refused: the reason, and the language in which it was begun, if that is known. */
export class SsoRefused extends Error {
  constructor(
    readonly reason: SsoRefusal,
    readonly language?: Language,
  ) {
    super(reason);
  }
}

/**
 * Begins a sign-in through the organization that holds the domain of this address: where to send the person (with PKCE, state and
 * nonce: RFC 9700), and the secret that binds it to their browser. Refuses a domain without such a sign-in (422) and too many tries (429).
 */
export async function departToProvider(
  { email, returnTo, language }: { email: string; returnTo: string; language: Language },
  from: { clientAddress: string; browser: string | null },
): Promise<Departure> {
  await limit("sso by address", networkOf(from.clientAddress));
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const held = await db.organizationDomain.findUnique({
    where: { domain },
    select: { organization: { select: { id: true, status: true, sso: true } } },
  });
  const organization = held?.organization;
  if (!organization?.sso?.isActive || organization.status !== "MEMBER") throw unprocessable("sso.errors.noSignIn");

  const provider = await providerOf(organization.sso);
  const [codeVerifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
  const browser = from.browser ?? randomBytes(32).toString("base64url");
  await db.ssoAttempt.create({
    data: {
      id: hashOf(state),
      organizationId: organization.id,
      nonce,
      codeVerifier,
      returnTo,
      language,
      browserHash: hashOf(browser),
      expiresAt: new Date(Date.now() + WORKS_FOR_MS),
    },
  });
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: ssoCallback,
    scope: "openid email profile",
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    login_hint: email,
    ui_locales: language,
  });
  return { address: address.href, browser };
}

/**
 * Takes up the sign-in of who came back from their organization's provider: an account that is linked, or now becomes so by an address that
 * the provider says it verified and whose domain the organization holds, or a new one. A state works once and in the browser that began.
 * What a password would still be asked, a second factor, is asked here too. Throws SsoRefused.
 */
export async function arriveFromProvider(callback: URL, secret: string | null, browser: Browser): Promise<Arrival> {
  const attempt = await takeAttempt(callback.searchParams.get("state") ?? "", secret);
  const { organization, language, returnTo } = attempt;
  if (!organization.sso?.isActive || organization.status !== "MEMBER") throw new SsoRefused("closed", language);

  const person = { ...(await askProvider(organization.sso, attempt, callback)), issuer: organization.sso.issuer, language };
  const arrive = () => db.$transaction(async (tx) => beginSignIn(tx, await accountOf(tx, organization.id, person), browser));
  try {
    // Someone who comes twice at the same moment is known the second time.
    const step = await arrive().catch((error: unknown) => (isTaken(error) ? arrive() : Promise.reject(error)));
    return { step, returnTo, language };
  } catch (refusal) {
    throw refusal instanceof Response && refusal.status === 422 ? new SsoRefused("suspended", language) : refusal;
  }
}

async function takeAttempt(state: string, browser: string | null) {
  const where = { id: hashOf(state) };
  const attempt = await db.ssoAttempt.findUnique({
    where,
    include: { organization: { select: { id: true, status: true, sso: true } } },
  });
  if (!attempt) throw new SsoRefused("unknown");
  // Someone else's browser: theirs may still come.
  if (!browser || hashOf(browser) !== attempt.browserHash) throw new SsoRefused("foreign", attempt.language);

  const { count } = await db.ssoAttempt.deleteMany({ where });
  if (count === 0) throw new SsoRefused("unknown", attempt.language);
  if (attempt.expiresAt <= new Date()) throw new SsoRefused("expired", attempt.language);
  return attempt;
}

type Attempt = Awaited<ReturnType<typeof takeAttempt>>;

type Person = { subject: string; email: string; isVerified: boolean; name: string };

/** What the provider says of the person. Issuer, audience, signature, nonce and state are checked by the library (OpenID Connect Core, 3.1.3.7). */
async function askProvider(sso: NonNullable<Attempt["organization"]["sso"]>, attempt: Attempt, callback: URL): Promise<Person> {
  if (callback.searchParams.get("error") === "access_denied") throw new SsoRefused("denied", attempt.language);
  try {
    const provider = await providerOf(sso);
    const here = new URL(ssoCallback);
    here.search = callback.search;
    const tokens = await oidc.authorizationCodeGrant(provider, here, {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedNonce: attempt.nonce,
      expectedState: callback.searchParams.get("state") ?? "",
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("the provider gave no claims");
    const more =
      typeof claims.email === "string" || !provider.serverMetadata().userinfo_endpoint
        ? claims
        : await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub);

    return {
      subject: claims.sub,
      email: String(more.email ?? ""),
      isVerified: more.email_verified === true,
      name: String(more.name ?? ""),
    };
  } catch (error) {
    log.warn({ reason: String(error).slice(0, 200) }, "a sign-in through an organization failed");
    throw new SsoRefused("provider", attempt.language);
  }
}

/** The account that is linked, or is to be: what the provider says of an address counts only within the domains of its own organization. */
async function accountOf(
  tx: Transaction,
  organizationId: string,
  person: Person & { issuer: string; language: Language },
): Promise<string> {
  const { email, language } = person;
  const linked = await findLinkedAccount(tx, person);
  if (linked) {
    if (!(await answersFor(tx, organizationId, linked))) throw new SsoRefused("domain", language);
    return linked;
  }

  if (!person.isVerified || !isAddress(email)) throw new SsoRefused("unverified", language);
  if (!(await holdsDomainOf(tx, organizationId, email))) throw new SsoRefused("domain", language);

  const known = await tx.account.findUnique({ where: { email }, select: { id: true } });
  const { id } = known ?? (await openAccount(tx, { email, name: nameOf(person), language }));
  await linkIdentity(tx, id, person);
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${organizationId}::uuid FOR UPDATE`;
  if (await findMembership(tx, organizationId, id)) return id;

  await admit(tx, { organizationId, account: { id, email }, joinedBy: "SSO" });
  await record(tx, { id }, "organization.joined", { type: "ORGANIZATION", id: organizationId }, { account: id, by: "SSO" });
  return id;
}

/**
 * Whether an organization may still let someone in: one of its people, or who has an address at its domains. For others, who have left
 * with an address of their own, it is a stranger, and so is another organization with the same provider.
 */
async function answersFor(tx: Transaction, organizationId: string, accountId: string): Promise<boolean> {
  if (await findMembership(tx, organizationId, accountId)) return true;
  const { email } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  return holdsDomainOf(tx, organizationId, email);
}

async function holdsDomainOf(tx: Transaction, organizationId: string, email: string): Promise<boolean> {
  const held = await tx.organizationDomain.findUnique({ where: { domain: domainOf(email) } });
  return held?.organizationId === organizationId;
}

/** An address as a sign-up takes it (accounts/schema.server.ts). */
const isAddress = (email: string) => email.length <= 254 && z.email().safeParse(email).success;

/** A name as people may have one here (accounts/schema.server.ts), whatever the provider says; else the first part of the address. */
function nameOf({ name, email }: Person): string {
  const plain = name
    .replace(/[<>@/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (/[\p{L}\p{N}]/u.test(plain) ? plain : email.slice(0, email.indexOf("@"))).slice(0, 100).toWellFormed();
}

/** Forgets the sign-ins that never came back. */
export async function forgetOldSsoAttempts() {
  await db.ssoAttempt.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}
