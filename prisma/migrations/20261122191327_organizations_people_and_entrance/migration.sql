-- CreateEnum
CREATE TYPE "Answer" AS ENUM ('GRANTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Document" AS ENUM ('TERMS', 'PRIVACY');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('EVERYONE', 'MEMBERS', 'ORGANIZATIONS', 'NOBODY');

-- CreateEnum
CREATE TYPE "JoinedBy" AS ENUM ('FOUNDING', 'INVITATION', 'REQUEST', 'DOMAIN', 'SSO');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OrganizationStatus" ADD VALUE 'APPLIED';
ALTER TYPE "OrganizationStatus" ADD VALUE 'DECLINED';
ALTER TYPE "OrganizationStatus" ADD VALUE 'CLOSED';
ALTER TYPE "OrganizationStatus" ADD VALUE 'MERGED';

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "deactivatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "erasureDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'America/Toronto',
ALTER COLUMN "passwordHash" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "joinedBy" "JoinedBy" NOT NULL DEFAULT 'FOUNDING';

-- By hand: the site of an organization may differ by language, so it moves to the faces before it goes.
ALTER TABLE "OrganizationFace" ADD COLUMN "site" TEXT;
UPDATE "OrganizationFace" f SET "site" = o."site" FROM "Organization" o WHERE o."id" = f."organizationId";

-- AlterTable
ALTER TABLE "Organization" DROP COLUMN "site",
ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactAudience" "Audience" NOT NULL DEFAULT 'NOBODY',
ADD COLUMN     "contactEmail" TEXT,
ADD COLUMN     "contactPhone" TEXT,
ADD COLUMN     "joinedAt" TIMESTAMPTZ(3),
ADD COLUMN     "languages" TEXT[],
ADD COLUMN     "logoId" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "populations" TEXT[],
ADD COLUMN     "sourceSeenOn" DATE,
ADD COLUMN     "sourceUrl" TEXT;

-- AlterTable
ALTER TABLE "OrganizationFace" ADD COLUMN     "about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "regions" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "endsAt" TIMESTAMPTZ(3),
ADD COLUMN     "granterId" UUID,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "provenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "RoleRequest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "reason" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "Answer",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RoleRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailChange" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "newEmail" CITEXT NOT NULL,
    "oldTokenHash" TEXT NOT NULL,
    "newTokenHash" TEXT NOT NULL,
    "oldConfirmedAt" TIMESTAMPTZ(3),
    "newConfirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authenticator" (
    "accountId" UUID NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "lastCounter" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("accountId","codeHash")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasskeyChallenge" (
    "challenge" TEXT NOT NULL,
    "accountId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "PendingSignIn" (
    "id" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "isProven" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PendingSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SsoConnection" (
    "organizationId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SsoConnection_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SsoAttempt" (
    "id" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "nonce" TEXT NOT NULL,
    "codeVerifier" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "browserHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SsoAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SsoIdentity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SsoIdentity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "Consent" (
    "accountId" UUID NOT NULL,
    "document" "Document" NOT NULL,
    "version" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("accountId","document","version")
);

-- CreateTable
CREATE TABLE "DataExport" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "archive" BYTEA,

    CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Picture" (
    "id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "uploaderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Profile" (
    "accountId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "listing" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "pronouns" TEXT NOT NULL DEFAULT '',
    "pronounsAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "position" TEXT NOT NULL DEFAULT '',
    "positionAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "about" TEXT NOT NULL DEFAULT '',
    "aboutAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "province" TEXT,
    "provinceAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "languages" TEXT[],
    "languagesAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "topics" TEXT[],
    "topicsAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "emailAudience" "Audience" NOT NULL DEFAULT 'NOBODY',
    "photoId" UUID,
    "photoAudience" "Audience" NOT NULL DEFAULT 'MEMBERS',
    "sortName" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "OrganizationSlug" (
    "language" "Language" NOT NULL,
    "slug" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "OrganizationSlug_pkey" PRIMARY KEY ("language","slug")
);

-- CreateTable
CREATE TABLE "OrganizationApplication" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "applicantId" UUID,
    "message" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "Answer",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OrganizationApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "language" "Language" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "isSteward" BOOLEAN NOT NULL DEFAULT false,
    "isPractitioner" BOOLEAN NOT NULL DEFAULT false,
    "inviterId" UUID,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinRequest" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "Answer",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "JoinRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationDomain" (
    "domain" CITEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "adderId" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganizationDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateIndex
CREATE INDEX "RoleRequest_accountId_askedAt_idx" ON "RoleRequest"("accountId", "askedAt");

-- CreateIndex
CREATE INDEX "RoleRequest_answer_askedAt_idx" ON "RoleRequest"("answer", "askedAt");

-- CreateIndex
CREATE INDEX "RoleRequest_deciderId_idx" ON "RoleRequest"("deciderId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_oldTokenHash_key" ON "EmailChange"("oldTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_newTokenHash_key" ON "EmailChange"("newTokenHash");

-- CreateIndex
CREATE INDEX "EmailChange_accountId_idx" ON "EmailChange"("accountId");

-- CreateIndex
CREATE INDEX "EmailChange_expiresAt_idx" ON "EmailChange"("expiresAt");

-- CreateIndex
CREATE INDEX "Passkey_accountId_idx" ON "Passkey"("accountId");

-- CreateIndex
CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "PendingSignIn_accountId_idx" ON "PendingSignIn"("accountId");

-- CreateIndex
CREATE INDEX "PendingSignIn_expiresAt_idx" ON "PendingSignIn"("expiresAt");

-- CreateIndex
CREATE INDEX "SsoAttempt_expiresAt_idx" ON "SsoAttempt"("expiresAt");

-- CreateIndex
CREATE INDEX "SsoAttempt_organizationId_idx" ON "SsoAttempt"("organizationId");

-- CreateIndex
CREATE INDEX "SsoIdentity_accountId_idx" ON "SsoIdentity"("accountId");

-- CreateIndex
CREATE INDEX "DataExport_accountId_askedAt_idx" ON "DataExport"("accountId", "askedAt");

-- CreateIndex
CREATE INDEX "DataExport_expiresAt_idx" ON "DataExport"("expiresAt");

-- CreateIndex
CREATE INDEX "Picture_uploaderId_idx" ON "Picture"("uploaderId");

-- CreateIndex
CREATE UNIQUE INDEX "Profile_slug_key" ON "Profile"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Profile_photoId_key" ON "Profile"("photoId");

-- CreateIndex
CREATE INDEX "Profile_sortName_accountId_idx" ON "Profile"("sortName", "accountId");

-- CreateIndex
CREATE INDEX "Profile_topics_idx" ON "Profile" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "Profile_languages_idx" ON "Profile" USING GIN ("languages");

-- CreateIndex
CREATE INDEX "Profile_province_sortName_idx" ON "Profile"("province", "sortName");

-- CreateIndex
CREATE INDEX "OrganizationSlug_organizationId_idx" ON "OrganizationSlug"("organizationId");

-- CreateIndex
CREATE INDEX "OrganizationApplication_organizationId_askedAt_idx" ON "OrganizationApplication"("organizationId", "askedAt");

-- CreateIndex
CREATE INDEX "OrganizationApplication_answer_askedAt_idx" ON "OrganizationApplication"("answer", "askedAt");

-- CreateIndex
CREATE INDEX "OrganizationApplication_applicantId_idx" ON "OrganizationApplication"("applicantId");

-- CreateIndex
CREATE INDEX "OrganizationApplication_deciderId_idx" ON "OrganizationApplication"("deciderId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organizationId_invitedAt_idx" ON "Invitation"("organizationId", "invitedAt");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Invitation_expiresAt_idx" ON "Invitation"("expiresAt");

-- CreateIndex
CREATE INDEX "Invitation_inviterId_idx" ON "Invitation"("inviterId");

-- CreateIndex
CREATE INDEX "JoinRequest_organizationId_answer_askedAt_idx" ON "JoinRequest"("organizationId", "answer", "askedAt");

-- CreateIndex
CREATE INDEX "JoinRequest_accountId_idx" ON "JoinRequest"("accountId");

-- CreateIndex
CREATE INDEX "JoinRequest_deciderId_idx" ON "JoinRequest"("deciderId");

-- CreateIndex
CREATE INDEX "OrganizationDomain_organizationId_idx" ON "OrganizationDomain"("organizationId");

-- CreateIndex
CREATE INDEX "OrganizationDomain_adderId_idx" ON "OrganizationDomain"("adderId");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_logoId_key" ON "Organization"("logoId");

-- CreateIndex
CREATE INDEX "Organization_status_province_idx" ON "Organization"("status", "province");

-- CreateIndex
CREATE INDEX "Organization_mergedIntoId_idx" ON "Organization"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Organization_languages_idx" ON "Organization" USING GIN ("languages");

-- CreateIndex
CREATE INDEX "Organization_populations_idx" ON "Organization" USING GIN ("populations");

-- CreateIndex
CREATE INDEX "RoleGrant_role_idx" ON "RoleGrant"("role");

-- CreateIndex
CREATE INDEX "RoleGrant_granterId_idx" ON "RoleGrant"("granterId");

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_granterId_fkey" FOREIGN KEY ("granterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authenticator" ADD CONSTRAINT "Authenticator_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingSignIn" ADD CONSTRAINT "PendingSignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SsoConnection" ADD CONSTRAINT "SsoConnection_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SsoAttempt" ADD CONSTRAINT "SsoAttempt_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SsoIdentity" ADD CONSTRAINT "SsoIdentity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataExport" ADD CONSTRAINT "DataExport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_logoId_fkey" FOREIGN KEY ("logoId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationSlug" ADD CONSTRAINT "OrganizationSlug_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationApplication" ADD CONSTRAINT "OrganizationApplication_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationApplication" ADD CONSTRAINT "OrganizationApplication_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationApplication" ADD CONSTRAINT "OrganizationApplication_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationDomain" ADD CONSTRAINT "OrganizationDomain_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationDomain" ADD CONSTRAINT "OrganizationDomain_adderId_fkey" FOREIGN KEY ("adderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: the slugs of the organizations that are there already.
INSERT INTO "OrganizationSlug" ("language", "slug", "organizationId") SELECT "language", "slug", "organizationId" FROM "OrganizationFace";

-- By hand: of two who ask at once for the same thing, one request is open.
CREATE UNIQUE INDEX "RoleRequest_open_key" ON "RoleRequest" ("accountId", "role") WHERE "answer" IS NULL;
CREATE UNIQUE INDEX "JoinRequest_open_key" ON "JoinRequest" ("organizationId", "accountId") WHERE "answer" IS NULL;
CREATE UNIQUE INDEX "OrganizationApplication_open_key" ON "OrganizationApplication" ("organizationId", "applicantId") WHERE "answer" IS NULL;
