import { hideOrganization, showOrganization } from "~/features/organizations/hiding.server";
import { may } from "~/features/organizations/policy";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import { stewardsOf } from "./stewards.server";
import type { Keeper, Thing } from "./subject.server";

/** What moderation does with what organizations say of themselves. Whether one is a member is decided by administrators. */
export const organizationKeeper: Keeper = {
  async find(tx, viewer, language, id) {
    const one = await findOrganization(tx, language, id);
    return one && may.read(viewer, one.subject) ? one.thing : null;
  },
  async load(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${id}::uuid FOR UPDATE`;
    return (await findOrganization(tx, null, id))?.thing ?? null;
  },
  hide: hideOrganization,
  show: showOrganization,
  remove: hideOrganization,
  async addressOf(tx, viewer, language, id) {
    const one = await findOrganization(tx, language, id);
    return one && may.read(viewer, one.subject) ? pathTo(language, "organization", { slug: one.slug }) : null;
  },
};

/** An organization in a language, or else in that of its stewards. What it says stands in both. */
async function findOrganization(tx: Transaction, language: Language | null, id: string) {
  const one = await tx.organization.findUnique({
    where: { id },
    include: {
      faces: { orderBy: { language: "asc" } },
      members: { where: { isSteward: true }, orderBy: { joinedAt: "asc" }, take: 1, select: { account: { select: { language: true } } } },
      applications: { where: { answer: null }, select: { applicantId: true } },
    },
  });
  const wanted = language ?? one?.members[0]?.account.language ?? "en";
  const face = one?.faces.find((each) => each.language === wanted) ?? one?.faces[0];
  if (!one || !face) return null;

  const { status, faces, hiddenAt, applications } = one;
  const subject = {
    id,
    status,
    isHidden: hiddenAt !== null,
    applicantIds: applications.flatMap(({ applicantId }) => applicantId ?? []),
  };
  const words = faces.flatMap(({ about, regions, site }) => [about, regions, site ?? ""]).filter(Boolean);
  const thing: Thing = {
    subjectType: "ORGANIZATION",
    subjectId: id,
    language: face.language,
    categoryId: null,
    organizationIds: [id],
    ownerIds: await stewardsOf(tx, id),
    authorId: null,
    title: face.name,
    words: [...new Set(words)].join("\n\n"),
    version: 0,
    isHidden: hiddenAt !== null,
    isGone: status === "CLOSED" || status === "MERGED",
  };
  return { thing, subject, slug: face.slug };
}
