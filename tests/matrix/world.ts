import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { ensureProfile } from "~/features/people/profile.server";
import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import type { OrganizationStatus } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import type { Who } from "./design";
import { type Forums, forumsIn } from "./forums";
import { type Guides, guidesIn } from "./guides";
import { heldBy } from "./held";
import { type Judged, judgedIn } from "./judged";
import { account, comers, type Organizations } from "./people";
import { type Summaries, summariesIn } from "./summaries";

/** What everyone who comes can find. */
export type World = {
  sessions: Map<Who, string>;
  spareSessions: Map<Who, string>;
  organizations: Record<"riverside" | "elsewhere" | "listed" | "applied" | "closed", { id: string; slug: string }>;
  guides: Record<Language, Guides>;
  /** Of Riverside: one that is named, and one that is not. */
  adoptions: { named: string; unnamed: string };
  /** Of those guides that were published. */
  versions: Record<Language, Record<"open" | "forMembers" | "forRiverside" | "retired", string>>;
  summaries: Record<Language, Summaries>;
  forums: Forums;
  judged: Judged;
  /** Words that wait for a moderator, of someone who does not come. */
  held: { post: string; case: string };
  /** A colleague at Riverside and someone of nowhere, neither of whom comes. */
  colleague: string;
  stranger: string;
  /** Open requests of theirs: the colleague's to be a practitioner, the stranger's to be a researcher. */
  requests: { colleague: string; stranger: string };
  spareSteward: string;
  /** An invitation of Riverside that was revoked, and what people ask who would join it. */
  invitation: string;
  joining: { open: string; answered: string };
  /** Of the terminology. */
  termPair: string;
  /** The address word of the stranger's profile. */
  profile: string;
};

/** Builds the world in the database of a running portal, mostly through its verbs. */
export async function buildWorld(data: string): Promise<World> {
  setEmbeddedDatabase(found(findEmbeddedDatabase(data)));
  const organizations = {
    riverside: await organization("riverside", "MEMBER"),
    elsewhere: await organization("elsewhere", "MEMBER"),
    listed: await organization("listed", "LISTED"),
    applied: await organization("applied", "APPLIED"),
    closed: await organization("closed", "CLOSED"),
  };
  await db.organizationDomain.create({ data: { domain: "elsewhere.example.net", organizationId: organizations.elsewhere.id } });
  const author = found((await account("Author", organizations, { roles: ["PRACTITIONER"], organization: "riverside" })).actor);
  const reviewer = found((await account("Reviewer", organizations, { roles: ["EDITOR"] })).actor);
  const scholar = found((await account("Scholar", organizations, { roles: ["RESEARCHER"], organization: "riverside" })).actor);
  const spareSteward = (await account("Last steward", organizations, { organization: "riverside", isSteward: true })).id;
  await account("Last administrator", organizations, { roles: ["ADMINISTRATOR"] });
  const colleague = (await account("Colleague", organizations, { organization: "riverside" })).id;
  const stranger = (await account("Stranger", organizations)).id;
  const applicant = (await account("Applicant", organizations)).id;
  await db.organizationApplication.create({
    data: { organizationId: organizations.applied.id, applicantId: applicant, message: "Please let us in." },
  });

  const guides = { en: await guidesIn("en", author, reviewer), fr: await guidesIn("fr", author, reviewer) };
  const summaries = { en: await summariesIn("en", scholar, reviewer), fr: await summariesIn("fr", scholar, reviewer) };
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug: guides.en.forRiverside }, select: { contributionId: true } });

  const forums = await forumsIn(author, organizations.riverside.id, contributionId);

  return {
    ...(await comers(organizations)),
    organizations,
    guides,
    adoptions: {
      named: await adopted(organizations.riverside.id, guides.en.open, "named"),
      unnamed: await adopted(organizations.riverside.id, guides.en.open, "unnamed"),
    },
    versions: { en: await versionsOf("en", guides.en), fr: await versionsOf("fr", guides.fr) },
    summaries,
    forums,
    held: await heldBy(stranger, forums.threads.open.id),
    judged: await judgedIn(organizations),
    colleague,
    stranger,
    spareSteward,
    ...(await atTheDoorOf(organizations.riverside.id, stranger, applicant)),
    termPair: (await db.termPair.create({ data: { en: "a word of the matrix", fr: "un mot de la matrice" } })).id,
    profile: await profileOf(stranger),
    requests: { colleague: await request(colleague, "PRACTITIONER"), stranger: await request(stranger, "RESEARCHER") },
  };
}

async function organization(name: string, status: OrganizationStatus): Promise<Organizations["riverside"]> {
  const slug = `matrix-${name}`;
  const { id } = await db.organization.create({
    data: {
      kind: "community-health-centre",
      status,
      joinedAt: status === "MEMBER" ? new Date() : null,
      closedAt: status === "CLOSED" ? new Date() : null,
      faces: { create: languages.map((language) => ({ language, name: `${name} ${language}`, slug })) },
      slugs: { create: languages.map((language) => ({ language, slug })) },
    },
  });
  return { id, slug };
}

/** What an organization puts into practice, in a region that is called so. */
async function adopted(organizationId: string, slug: string, region: "named" | "unnamed"): Promise<string> {
  const { contributionId, versions } = await db.face.findFirstOrThrow({
    where: { slug, language: "en" },
    select: { contributionId: true, versions: { select: { id: true } } },
  });
  const id = newId();
  const said = { verb: "DECLARED" as const, on: new Date("2026-01-02"), stage: "RUNNING" as const, isNamed: region === "named" };
  const versionId = versions[0]?.id ?? "";
  await db.adoption.create({
    data: { id, contributionId, organizationId, province: "on", region, events: { create: { ...said, versionId } } },
  });
  return id;
}

const request = async (accountId: string, role: "PRACTITIONER" | "RESEARCHER") =>
  (await db.roleRequest.create({ data: { accountId, role, reason: "I need it for my work." } })).id;

/** Who was invited to an organization, and who asks to join it. */
async function atTheDoorOf(organizationId: string, stranger: string, other: string) {
  const invited = { organizationId, email: "invited@example.org", language: "en", tokenHash: "revoked" } as const;
  const invitation = await db.invitation.create({
    data: { ...invited, expiresAt: new Date(Date.now() + 86_400_000), revokedAt: new Date() },
  });
  const asked = { organizationId, message: "I would like to join you." };
  const open = await db.joinRequest.create({ data: { ...asked, accountId: stranger } });
  const answered = await db.joinRequest.create({ data: { ...asked, accountId: other, answer: "DECLINED", decidedAt: new Date() } });

  return { invitation: invitation.id, joining: { open: open.id, answered: answered.id } };
}

async function versionsOf(language: Language, { open, forMembers, forRiverside, retired }: Guides) {
  const version = async (slug: string) => (await db.version.findFirstOrThrow({ where: { face: { slug, language } } })).id;
  return {
    open: await version(open),
    forMembers: await version(forMembers),
    forRiverside: await version(forRiverside),
    retired: await version(retired),
  };
}

async function profileOf(accountId: string): Promise<string> {
  await db.$transaction((tx) => ensureProfile(tx, accountId));
  return (await db.profile.findUniqueOrThrow({ where: { accountId }, select: { slug: true } })).slug;
}
