-- Written by hand: extensions, and how each language is searched (accents folded before stemming).
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH CONFIGURATION portal_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION portal_en ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION portal_fr (COPY = french);
ALTER TEXT SEARCH CONFIGURATION portal_fr ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, french_stem;

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('en', 'fr');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('PRACTITIONER', 'RESEARCHER', 'HOST', 'EDITOR', 'MODERATOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "OrganizationStatus" AS ENUM ('LISTED', 'MEMBER');

-- CreateEnum
CREATE TYPE "ContributionKind" AS ENUM ('PRACTICE', 'SUMMARY', 'WEBINAR');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PUBLIC', 'MEMBERS', 'ORGANIZATION');

-- CreateEnum
CREATE TYPE "TermKind" AS ENUM ('TOPIC', 'POPULATION', 'SETTING', 'PROVINCE');

-- CreateEnum
CREATE TYPE "FaceState" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'DECLINED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('APPROVED', 'CHANGES_REQUESTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Maturity" AS ENUM ('IDEA', 'TRIED', 'EVALUATED', 'REPLICATED');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "suspendedUntil" TIMESTAMPTZ(3),
    "silencedUntil" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("accountId","role")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "actorId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "contentKey" TEXT,
    "kind" TEXT NOT NULL,
    "status" "OrganizationStatus" NOT NULL,
    "province" TEXT,
    "city" TEXT,
    "site" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationFace" (
    "organizationId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "OrganizationFace_pkey" PRIMARY KEY ("organizationId","language")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organizationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "isSteward" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organizationId","accountId")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL,
    "kind" "TermKind" NOT NULL,
    "key" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "fr" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "id" UUID NOT NULL,
    "kind" "ContributionKind" NOT NULL,
    "contentKey" TEXT,
    "organizationId" UUID NOT NULL,
    "creatorId" UUID,
    "sourceLanguage" "Language" NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "licence" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "reviewedOn" DATE,
    "nextReviewDue" DATE,
    "retiredAt" TIMESTAMPTZ(3),
    "retirementReason" TEXT,
    "successorId" UUID,
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authorship" (
    "contributionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "accountId" UUID,
    "en" TEXT NOT NULL,
    "fr" TEXT NOT NULL,

    CONSTRAINT "Authorship_pkey" PRIMARY KEY ("contributionId","position")
);

-- CreateTable
CREATE TABLE "ContributionTerm" (
    "contributionId" UUID NOT NULL,
    "termId" UUID NOT NULL,

    CONSTRAINT "ContributionTerm_pkey" PRIMARY KEY ("contributionId","termId")
);

-- CreateTable
CREATE TABLE "Face" (
    "id" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "state" "FaceState" NOT NULL DEFAULT 'DRAFT',
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "latestNumber" INTEGER NOT NULL DEFAULT 0,
    "publishedRevisionId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "modifiedAt" TIMESTAMPTZ(3),
    "searchable" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "title"), 'A') ||
        setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "summary"), 'B') ||
        setweight(to_tsvector(CASE WHEN "language" = 'fr' THEN 'portal_fr'::regconfig ELSE 'portal_en'::regconfig END, "text"), 'D')
    ) STORED,

    CONSTRAINT "Face_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceSlug" (
    "kind" "ContributionKind" NOT NULL,
    "language" "Language" NOT NULL,
    "slug" TEXT NOT NULL,
    "faceId" UUID NOT NULL,

    CONSTRAINT "FaceSlug_pkey" PRIMARY KEY ("kind","language","slug")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "faceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sources" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "html" TEXT NOT NULL,
    "sourcesHtml" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "words" INTEGER NOT NULL,
    "renderer" INTEGER NOT NULL,
    "authorId" UUID,
    "restoredFrom" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "faceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "baseRevisionId" UUID,
    "fields" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "faceId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "submitterId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimantId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "decision" "ReviewDecision",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Practice" (
    "contributionId" UUID NOT NULL,
    "maturity" "Maturity" NOT NULL DEFAULT 'IDEA',

    CONSTRAINT "Practice_pkey" PRIMARY KEY ("contributionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_tokenHash_key" ON "Registration"("tokenHash");

-- CreateIndex
CREATE INDEX "Registration_expiresAt_idx" ON "Registration"("expiresAt");

-- CreateIndex
CREATE INDEX "Registration_email_idx" ON "Registration"("email");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_accountId_idx" ON "PasswordReset"("accountId");

-- CreateIndex
CREATE INDEX "Event_subjectType_subjectId_at_idx" ON "Event"("subjectType", "subjectId", "at");

-- CreateIndex
CREATE INDEX "Event_actorId_at_idx" ON "Event"("actorId", "at");

-- CreateIndex
CREATE INDEX "Event_name_at_idx" ON "Event"("name", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_contentKey_key" ON "Organization"("contentKey");

-- CreateIndex
CREATE UNIQUE INDEX "OrganizationFace_language_slug_key" ON "OrganizationFace"("language", "slug");

-- CreateIndex
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_kind_key_key" ON "Term"("kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Contribution_contentKey_key" ON "Contribution"("contentKey");

-- CreateIndex
CREATE INDEX "Contribution_kind_publishedAt_id_idx" ON "Contribution"("kind", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Contribution_organizationId_idx" ON "Contribution"("organizationId");

-- CreateIndex
CREATE INDEX "Contribution_creatorId_idx" ON "Contribution"("creatorId");

-- CreateIndex
CREATE INDEX "Contribution_successorId_idx" ON "Contribution"("successorId");

-- CreateIndex
CREATE INDEX "Authorship_accountId_idx" ON "Authorship"("accountId");

-- CreateIndex
CREATE INDEX "ContributionTerm_termId_idx" ON "ContributionTerm"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Face_publishedRevisionId_key" ON "Face"("publishedRevisionId");

-- CreateIndex
CREATE INDEX "Face_searchable_idx" ON "Face" USING GIN ("searchable");

-- CreateIndex
CREATE INDEX "Face_state_idx" ON "Face"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Face_contributionId_language_key" ON "Face"("contributionId", "language");

-- CreateIndex
CREATE INDEX "FaceSlug_faceId_idx" ON "FaceSlug"("faceId");

-- CreateIndex
CREATE INDEX "Revision_authorId_idx" ON "Revision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_faceId_number_key" ON "Revision"("faceId", "number");

-- CreateIndex
CREATE INDEX "Draft_accountId_updatedAt_idx" ON "Draft"("accountId", "updatedAt");

-- CreateIndex
CREATE INDEX "Draft_baseRevisionId_idx" ON "Draft"("baseRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_faceId_accountId_key" ON "Draft"("faceId", "accountId");

-- CreateIndex
CREATE INDEX "Review_faceId_submittedAt_idx" ON "Review"("faceId", "submittedAt");

-- CreateIndex
CREATE INDEX "Review_revisionId_idx" ON "Review"("revisionId");

-- CreateIndex
CREATE INDEX "Review_decision_submittedAt_idx" ON "Review"("decision", "submittedAt");

-- CreateIndex
CREATE INDEX "Review_submitterId_idx" ON "Review"("submitterId");

-- CreateIndex
CREATE INDEX "Review_claimantId_idx" ON "Review"("claimantId");

-- CreateIndex
CREATE INDEX "Review_deciderId_idx" ON "Review"("deciderId");

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationFace" ADD CONSTRAINT "OrganizationFace_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorship" ADD CONSTRAINT "Authorship_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authorship" ADD CONSTRAINT "Authorship_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionTerm" ADD CONSTRAINT "ContributionTerm_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionTerm" ADD CONSTRAINT "ContributionTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Face" ADD CONSTRAINT "Face_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Face" ADD CONSTRAINT "Face_publishedRevisionId_fkey" FOREIGN KEY ("publishedRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceSlug" ADD CONSTRAINT "FaceSlug_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_submitterId_fkey" FOREIGN KEY ("submitterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: a face has one open review at a time.
CREATE UNIQUE INDEX "Review_open_key" ON "Review"("faceId") WHERE "decision" IS NULL;
