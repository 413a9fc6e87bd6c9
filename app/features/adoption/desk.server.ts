import type { Actor } from "~/features/accounts/actor";
import type { Kind } from "~/features/publishing/kinds.server";
import { loadFace } from "~/features/publishing/load.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { authorize, conflict } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import { refuseUnused } from "./declaring.server";
import { getHeldAdoption } from "./page.server";
import { may } from "./policy";
import { limits, serviceLanguages } from "./stages";
import { todayOf } from "./today";

/**
 * What the form of a declaration offers, and for whom. Refuses like declareAdoption, but for the form. `isBack`: the form was sent and comes back, so that
 * what was typed stays, whatever has become of the guide.
 */
export async function getForDeclaration(kind: Kind, actor: Actor, language: Language, slug: string, isBack = false) {
  const { contribution, face } = await db.$transaction((tx) => loadFace(tx, kind, actor, language, slug));
  authorize(may.declareAny(actor));
  if (!isBack) refuseUnused({ contribution });
  const ids = actor.organizations.map(({ id }) => id).filter((id) => may.declare(actor, id));
  const [organizations, offered] = await Promise.all([
    db.organizationFace.findMany({
      where: { organizationId: { in: ids }, language, organization: { status: "MEMBER" } },
      select: { organizationId: true, name: true, organization: { select: { province: true } } },
      orderBy: { name: "asc" },
      take: 100,
    }),
    offeredIn(actor, language, contribution.id),
  ]);
  return {
    id: newId(),
    title: face.title,
    organizations: organizations.map(({ organizationId, name }) => ({ id: organizationId, name })),
    province: organizations.length === 1 ? (organizations[0]?.organization.province ?? "") : "",
    ...offered,
  };
}

/** What the form of a change starts from: what was said last. Refuses like changeAdoption, but for the form. `isBack` as above. */
export async function getForChange(kind: Kind, actor: Actor, language: Language, id: string, isBack = false) {
  const { page, contributionId, contactId, contactName } = await getHeldAdoption(kind, actor, language, id);
  authorize(page.mayChange);
  if (page.last.verb === "WITHDRAWN" && !isBack) throw conflict("adoption.error.withdrawn");
  const offered = await offeredIn(actor, language, contributionId);
  const { id: version, number, language: written } = page.last.version;
  const isOffered = offered.versions.some(({ value }) => value === version);
  const contact = contactId === null ? "nobody" : contactId === actor.id ? "me" : "same";
  return {
    ...{ page, contact, contactName },
    ...offered,
    versions: isOffered ? offered.versions : [...offered.versions, { value: version, label: versionLabel(language, number, written) }],
  };
}

/** What both forms offer: the versions of the guide that readers can see, the newest first, and the words of the vocabularies. */
async function offeredIn(actor: Actor, language: Language, contributionId: string) {
  const t = translator(language);
  const [versions, { provinces, settings, populations }] = await Promise.all([
    db.version.findMany({
      where: { hiddenAt: null, face: { contributionId, publishedRevisionId: { not: null } } },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: limits.versions,
      select: { id: true, number: true, face: { select: { language: true } } },
    }),
    listVocabularies(language),
  ]);
  // Those in the language of the page come first.
  const isOther = (version: (typeof versions)[number]) => Number(version.face.language !== language);
  const sorted = versions.sort((one, other) => isOther(one) - isOther(other));
  return {
    today: todayOf(actor),
    versions: sorted.map(({ id, number, face }) => ({ value: id, label: versionLabel(language, number, face.language) })),
    options: {
      provinces,
      settings,
      populations,
      languages: serviceLanguages.map((one) => ({ value: one, label: t(`publishing.language.${one}`) })),
    },
  };
}

const versionLabel = (language: Language, number: number, written: Language): string =>
  translator(language)(`adoption.form.versionIn.${written}`, { number });
