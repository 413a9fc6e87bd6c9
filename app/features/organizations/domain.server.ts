import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";

import { domainFrom, domainOf, isPublicProvider } from "./domain-name.server";
import { loadToRun } from "./membership.server";
import { may } from "./policy";

/**
 * Notes that a domain of e-mail addresses is the organization's own: who has a verified address there may join. It must be no
 * public provider, and a steward needs such an address too. Refuses that, what is no domain, and one that is held already (422); else as for people.
 */
export async function addDomain(actor: Actor, language: Language, slug: string, input: { domain: string }) {
  const domain = domainFrom(input.domain);
  if (!domain) throw unprocessable("membership.errors.domain");

  const work = db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    if (isPublicProvider(domain)) throw unprocessable("membership.errors.domainPublic");
    if (!may.addAnyDomain(actor)) {
      const { email } = found(await tx.account.findUnique({ where: { id: actor.id }, select: { email: true } }));
      if (domainOf(email) !== domain) throw unprocessable("membership.errors.domainNotYours");
    }
    const held = await tx.organizationDomain.findUnique({ where: { domain } });
    if (held) throw unprocessable(`membership.errors.${held.organizationId === organization.id ? "domainYours" : "domainHeld"}`);

    await tx.organizationDomain.create({ data: { domain, organizationId: organization.id, adderId: actor.id } });
    await record(tx, actor, "organization.domain_added", { type: "ORGANIZATION", id: organization.id }, { domain });
  });
  await work.catch((error: unknown) => {
    throw isTaken(error) ? unprocessable("membership.errors.domainHeld") : error;
  });
}

/** Lets a domain go; who joined through it stays. Refuses one that the organization does not hold (409). */
export async function removeDomain(actor: Actor, language: Language, slug: string, { domain }: { domain: string }) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    const { count } = await tx.organizationDomain.deleteMany({ where: { domain, organizationId: organization.id } });
    if (count === 0) throw conflict("membership.conflict.domainGone");

    await record(tx, actor, "organization.domain_removed", { type: "ORGANIZATION", id: organization.id }, { domain });
  });
}
