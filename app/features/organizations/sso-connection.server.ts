import { isIP } from "node:net";

import * as oidc from "openid-client";

import type { Actor, Viewer } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { env, isLoopback, origin } from "~/platform/env.server";
import { authorize, notFound, unprocessable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { seal, unseal } from "~/platform/secret.server";

import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";
import type { SsoSettings } from "./sso-schema.server";

const PATIENCE_S = 8;
const PURPOSE = "secret of an organization's sign-in";

/** Where an organization's provider sends its people back to; to be registered there. */
export const ssoCallback = `${origin}/sso/callback`;

/** How the people of an organization sign in through it, without its secret, for administrators alone (404 for others). */
export async function getSsoSettings(viewer: Viewer, language: Language, slug: string) {
  if (!may.administer(viewer)) throw notFound();

  return db.$transaction(async (tx) => {
    const { organization } = await loadOrganization(tx, viewer, language, slug);
    const sso = await tx.ssoConnection.findUnique({ where: { organizationId: organization.id }, omit: { sealedSecret: true } });
    const domains = await tx.organizationDomain.findMany({
      where: { organizationId: organization.id },
      orderBy: { domain: "asc" },
      select: { domain: true },
      take: 100,
    });
    return {
      name: organization.faces.find((face) => face.language === language)?.name ?? "",
      issuer: sso?.issuer ?? "",
      clientId: sso?.clientId ?? "",
      isActive: sso?.isActive ?? false,
      isSet: sso !== null,
      callback: ssoCallback,
      domains: domains.map(({ domain }) => domain),
    };
  });
}

/**
 * Sets how the people of an organization sign in through it (OpenID Connect). The provider is asked first whether it is one. An empty
 * secret keeps the one that is there. Refuses who is no administrator (404), an organization that is no member (409), an address that is
 * not the open web's and a provider that does not answer as one (422).
 */
export async function changeSso(actor: Actor, language: Language, slug: string, settings: SsoSettings) {
  if (!may.administer(actor)) throw notFound();
  if (!isAllowedIssuer(settings.issuer)) throw unprocessable("sso.errors.issuer");
  await discover(settings.issuer, settings.clientId, settings.secret || "unknown");

  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadOrganization(tx, actor, language, slug);
    authorize(may.administer(actor));
    inState(subject, "MEMBER");
    const known = await tx.ssoConnection.findUnique({ where: { organizationId: organization.id } });
    if (!known && settings.secret === "") throw unprocessable("sso.errors.secretRequired");

    const { issuer, clientId, isActive } = settings;
    const sealedSecret = settings.secret === "" ? (known?.sealedSecret ?? "") : seal(PURPOSE, settings.secret);
    const columns = { issuer, clientId, isActive, sealedSecret, changedAt: new Date() };
    await tx.ssoConnection.upsert({
      where: { organizationId: organization.id },
      create: { organizationId: organization.id, ...columns },
      update: columns,
    });
    await record(tx, actor, "organization.sso_changed", { type: "ORGANIZATION", id: organization.id }, { active: isActive ? 1 : 0 });
  });
}

/** Takes the sign-in through an organization away. Its people keep their accounts. Refuses who is no administrator, and where there is none (404). */
export async function removeSso(actor: Actor, language: Language, slug: string) {
  if (!may.administer(actor)) throw notFound();

  await db.$transaction(async (tx) => {
    const { organization } = await loadOrganization(tx, actor, language, slug);
    const { count } = await tx.ssoConnection.deleteMany({ where: { organizationId: organization.id } });
    if (count === 0) throw notFound();
    await record(tx, actor, "organization.sso_changed", { type: "ORGANIZATION", id: organization.id }, { active: 0 });
  });
}

/** The provider of an organization, asked anew what it is. Throws 422 where it does not answer as one. */
export const providerOf = (connection: { issuer: string; clientId: string; sealedSecret: string }) =>
  discover(connection.issuer, connection.clientId, unseal(PURPOSE, connection.sealedSecret));

/**
 * The web over https, and no address of a machine, which could be one beside the portal. A portal that is open to its own machine
 * alone may have its provider there too, as in tests.
 */
function isAllowedIssuer(issuer: string): boolean {
  const { protocol, hostname, username, password, search, hash } = new URL(issuer);
  if (username || password || search || hash) return false;
  if (isLoopback(hostname)) return isLoopback(new URL(origin).hostname) && env.DATABASE_URL === undefined;

  return (
    protocol === "https:" &&
    isIP(hostname.replace(/^\[|\]$/g, "")) === 0 &&
    hostname.includes(".") &&
    !/\.(local|internal|localhost)$/.test(hostname)
  );
}

async function discover(issuer: string, clientId: string, secret: string): Promise<oidc.Configuration> {
  const execute = isLoopback(new URL(issuer).hostname) ? [oidc.allowInsecureRequests] : [];
  try {
    return await oidc.discovery(new URL(issuer), clientId, secret, undefined, { execute, timeout: PATIENCE_S });
  } catch (error) {
    log.warn({ reason: String(error).slice(0, 300) }, "an organization's provider did not answer as one");
    throw unprocessable("sso.errors.noProvider");
  }
}
