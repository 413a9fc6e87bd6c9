import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { organizationsToWriteFor } from "~/features/publishing/contribution.server";
import { type Fields, noDetails } from "~/features/publishing/fields";
import { shareFiles } from "~/features/publishing/files.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { fieldsOf, type Loaded, loadFace } from "~/features/publishing/load.server";
import { mayFor } from "~/features/publishing/policy";
import { addRevision } from "~/features/publishing/revision.server";
import { claimSlug } from "~/features/publishing/slugs.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import { withPin } from "./drawing.server";
import { adaptability } from "./licence";
import { mayAdapt } from "./policy";
import type { NewEdition } from "./schema.server";

/**
 * Begins an organization's own edition of a guide: a draft with every published face of it, each pinned to the version that stands. The id comes
 * from the form, so that a form sent twice begins one. Refuses strangers (404), who may not write for the organization or whom the licence keeps
 * out (403), and what was retired, put away, or published anew since it was read (409).
 */
export async function adaptGuide(kind: Kind, actor: Actor, language: Language, slug: string, input: NewEdition): Promise<string> {
  authorize(mayFor(kind).draft(actor, input.organization));
  await spend(actor, "proposals");
  try {
    return await db.$transaction(async (tx) => {
      const parent = await loadFace(tx, kind, actor, language, slug);
      refuse(parent, input.organization);
      const sources = await publishedFaces(tx, parent.contribution.id);
      const here = found(sources.find((face) => face.language === language));
      if (here.versionId !== input.version) throw conflict("lineage.error.movedOn");
      if (sources.some((face) => face.language !== language) && input.otherTitle.length < 5)
        throw unprocessable("lineage.error.otherTitle");

      const bodies = sources.map(({ revision }) => revision.body);
      const contribution = await begin(tx, kind, actor, parent, { ...input, language }, bodies);
      let address = "";
      for (const source of sources) {
        const isHere = source.language === language;
        const faceSlug = await addFace(tx, kind, actor, parent, contribution, source, isHere ? input.title : input.otherTitle);
        if (isHere) address = faceSlug;
      }
      await kind.adapted(tx, contribution.id);
      await record(
        tx,
        actor,
        "practice.adapted",
        { type: "CONTRIBUTION", id: contribution.id },
        { parent: parent.contribution.id, version: input.version, language },
      );
      return address;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const where = { contributionId: input.id, language, contribution: { creatorId: actor.id, edition: { isNot: null } } };
    return found(await db.face.findFirst({ where, select: { slug: true } })).slug;
  }
}

/** What the form starts from: what is adapted, and for whom; or why it cannot be. Refuses like adaptGuide, but for the form. */
export async function getForAdaptation(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { parent, sources } = await db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    authorize(mayAdapt(actor));
    refuse(loaded, null);
    return { parent: loaded.contribution, sources: await publishedFaces(tx, loaded.contribution.id) };
  });
  // After the transaction: who waits for a second connection while holding one may wait for somebody who does the same.
  const organizations = await organizationsToWriteFor(kind, actor, language);
  const { by } = adaptability(parent.licence);
  const allowed = organizations.filter((one) => by === "everyone" || one.organizationId === parent.organizationId);
  authorize(allowed.length > 0);
  const here = found(sources.find((face) => face.language === language));
  return {
    id: newId(),
    version: here.versionId,
    number: here.number,
    title: here.revision.title,
    otherTitle: sources.find((face) => face.language !== language)?.revision.title ?? null,
    licence: parent.licence,
    sections: here.revision.sections as { key: string; heading: string }[],
    organizations: allowed.map(({ organizationId, name }) => ({ id: organizationId, name })),
  };
}

/** `organization`: for whom; null when that is not chosen yet. */
function refuse({ contribution, face }: Loaded, organization: string | null) {
  if (contribution.retiredAt !== null) throw conflict("lineage.error.retired");
  if (contribution.hiddenAt !== null || contribution.discardedAt !== null || face.publishedRevisionId === null)
    throw conflict("lineage.error.notPublished");
  const isOwn = organization === null || organization === contribution.organizationId;
  authorize(isOwn || adaptability(contribution.licence).by === "everyone");
}

/** The faces of a guide that readers see, with the versions that they are. */
async function publishedFaces(tx: Transaction, contributionId: string) {
  const faces = await tx.face.findMany({
    where: { contributionId, publishedRevision: { version: { hiddenAt: null } } },
    orderBy: { language: "asc" },
    select: { language: true, publishedRevision: { include: { version: { select: { id: true, number: true } } } } },
  });
  return faces.flatMap(({ language, publishedRevision: revision }) =>
    revision?.version ? [{ language, revision, versionId: revision.version.id, number: revision.version.number }] : [],
  );
}

type Source = Awaited<ReturnType<typeof publishedFaces>>[number];

/** The contribution with its place in the line, and the pictures of its parent. */
async function begin(
  tx: Transaction,
  kind: Kind,
  actor: Actor,
  { contribution: parent }: Loaded,
  input: NewEdition & { language: Language },
  bodies: string[],
) {
  const contribution = await tx.contribution.create({
    data: {
      id: input.id,
      kind: kind.kind,
      organizationId: input.organization,
      creatorId: actor.id,
      sourceLanguage: input.language,
      licence: parent.licence,
      visibility: parent.visibility,
      authors: { create: { position: 0, accountId: actor.id, en: actor.name, fr: actor.name } },
    },
  });
  const grandparent = await tx.edition.findUnique({ where: { contributionId: parent.id }, select: { rootId: true } });
  await tx.edition.create({ data: { contributionId: contribution.id, parentId: parent.id, rootId: grandparent?.rootId ?? parent.id } });
  await shareFiles(tx, parent.id, contribution.id, bodies);
  return contribution;
}

async function addFace(
  tx: Transaction,
  kind: Kind,
  actor: Actor,
  { contribution: parent }: Loaded,
  contribution: Awaited<ReturnType<typeof begin>>,
  { language, revision, versionId }: Source,
  title: string,
): Promise<string> {
  const fields = adapted({ ...fieldsOf(revision), title, licence: parent.licence, visibility: parent.visibility });
  const widest = contribution.organizationId === parent.organizationId ? null : parent.visibility;
  const pin = { versionId, licence: parent.licence, widest };
  const face = await tx.face.create({
    data: { contributionId: contribution.id, language, slug: "", title, summary: fields.summary },
  });
  const slug = await claimSlug(tx, kind, face, title);
  await tx.face.update({ where: { id: face.id }, data: { slug } });
  const target = { face: { ...face, slug }, contribution: { ...contribution, authors: [], faces: [] } };
  await addRevision(tx, kind, target, withPin(fields, pin, revision.body), revision, { authorId: actor.id });
  return slug;
}

/** The words of the parent, and what they rest on; but it is not as mature in other hands, and what the parent changed of its own is its own. */
function adapted({ own = {}, ...fields }: Fields): Fields {
  const claims = Object.fromEntries(Object.entries(own).filter(([name]) => name.startsWith("claim")));
  return { ...fields, maturity: noDetails.maturity, own: claims };
}
