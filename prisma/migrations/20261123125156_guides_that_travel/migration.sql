-- CreateEnum
CREATE TYPE "Lag" AS ENUM ('NONE', 'CHANGED', 'MOVED', 'MISSING', 'REMOVED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('KEPT', 'CHANGED', 'DROPPED', 'ADDED');

-- CreateEnum
CREATE TYPE "AdoptionStage" AS ENUM ('EXPLORING', 'PLANNING', 'PILOTING', 'RUNNING', 'SUSTAINING', 'STOPPED');

-- CreateEnum
CREATE TYPE "AdoptionVerb" AS ENUM ('DECLARED', 'CHANGED', 'CONFIRMED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'MIXED', 'CONTRADICTS', 'NONE');

-- CreateEnum
CREATE TYPE "EvidenceCause" AS ENUM ('CERTAINTY', 'NEW_VERSION', 'RETRACTION', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "EvidenceOutcome" AS ENUM ('STANDS', 'REVISED');

-- AlterEnum
ALTER TYPE "FollowSubject" ADD VALUE 'CONTRIBUTION';

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "offeredId" UUID,
ADD COLUMN     "pinId" UUID;

-- CreateTable
CREATE TABLE "TermPair" (
    "id" UUID NOT NULL,
    "contentKey" TEXT,
    "en" TEXT NOT NULL,
    "fr" TEXT NOT NULL,
    "enOthers" TEXT[],
    "frOthers" TEXT[],
    "enNote" TEXT NOT NULL DEFAULT '',
    "frNote" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TermPair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rendering" (
    "faceId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedNumber" INTEGER,
    "lag" "Lag" NOT NULL DEFAULT 'NONE',
    "laggingSince" TIMESTAMPTZ(3),

    CONSTRAINT "Rendering_pkey" PRIMARY KEY ("faceId","section")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "contributionId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "accountId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("contributionId","language")
);

-- CreateTable
CREATE TABLE "ContributionAttachment" (
    "contributionId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,

    CONSTRAINT "ContributionAttachment_pkey" PRIMARY KEY ("contributionId","attachmentId")
);

-- CreateTable
CREATE TABLE "Edition" (
    "contributionId" UUID NOT NULL,
    "parentId" UUID NOT NULL,
    "rootId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("contributionId")
);

-- CreateTable
CREATE TABLE "Pin" (
    "faceId" UUID NOT NULL,
    "versionId" UUID NOT NULL,

    CONSTRAINT "Pin_pkey" PRIMARY KEY ("faceId")
);

-- CreateTable
CREATE TABLE "SectionChange" (
    "faceId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "heading" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "setting" TEXT NOT NULL DEFAULT '',
    "population" TEXT NOT NULL DEFAULT '',
    "province" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SectionChange_pkey" PRIMARY KEY ("faceId","section")
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "province" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdoptionEvent" (
    "id" UUID NOT NULL,
    "adoptionId" UUID NOT NULL,
    "verb" "AdoptionVerb" NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorderId" UUID,
    "versionId" UUID NOT NULL,
    "stage" "AdoptionStage" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "settings" TEXT[],
    "populations" TEXT[],
    "languages" TEXT[],
    "peopleReached" INTEGER,
    "staff" DECIMAL(6,1),
    "isNamed" BOOLEAN NOT NULL DEFAULT true,
    "contactId" UUID,

    CONSTRAINT "AdoptionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "faceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contributionId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stance" "Stance" NOT NULL,
    "summaryId" UUID,
    "versionId" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("faceId","key")
);

-- CreateTable
CREATE TABLE "EvidenceNotice" (
    "id" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "summaryId" UUID NOT NULL,
    "cause" "EvidenceCause" NOT NULL,
    "causeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueOn" DATE NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),
    "clearerId" UUID,
    "outcome" "EvidenceOutcome",
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EvidenceNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetractionList" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "total" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,

    CONSTRAINT "RetractionList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retraction" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "doi" TEXT NOT NULL,
    "noticeDoi" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "on" DATE,

    CONSTRAINT "Retraction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TermPair_contentKey_key" ON "TermPair"("contentKey");

-- CreateIndex
CREATE UNIQUE INDEX "TermPair_en_fr_key" ON "TermPair"("en", "fr");

-- CreateIndex
CREATE INDEX "Rendering_lag_idx" ON "Rendering"("lag");

-- CreateIndex
CREATE INDEX "Waiver_until_idx" ON "Waiver"("until");

-- CreateIndex
CREATE INDEX "Waiver_accountId_idx" ON "Waiver"("accountId");

-- CreateIndex
CREATE INDEX "ContributionAttachment_attachmentId_idx" ON "ContributionAttachment"("attachmentId");

-- CreateIndex
CREATE INDEX "Edition_parentId_idx" ON "Edition"("parentId");

-- CreateIndex
CREATE INDEX "Edition_rootId_idx" ON "Edition"("rootId");

-- CreateIndex
CREATE INDEX "Pin_versionId_idx" ON "Pin"("versionId");

-- CreateIndex
CREATE INDEX "SectionChange_section_idx" ON "SectionChange"("section");

-- CreateIndex
CREATE INDEX "Adoption_organizationId_idx" ON "Adoption"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Adoption_contributionId_organizationId_province_region_key" ON "Adoption"("contributionId", "organizationId", "province", "region");

-- CreateIndex
CREATE INDEX "AdoptionEvent_adoptionId_on_id_idx" ON "AdoptionEvent"("adoptionId", "on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AdoptionEvent_versionId_idx" ON "AdoptionEvent"("versionId");

-- CreateIndex
CREATE INDEX "AdoptionEvent_recorderId_idx" ON "AdoptionEvent"("recorderId");

-- CreateIndex
CREATE INDEX "AdoptionEvent_contactId_idx" ON "AdoptionEvent"("contactId");

-- CreateIndex
CREATE INDEX "Claim_contributionId_section_idx" ON "Claim"("contributionId", "section");

-- CreateIndex
CREATE INDEX "Claim_summaryId_idx" ON "Claim"("summaryId");

-- CreateIndex
CREATE INDEX "Claim_versionId_idx" ON "Claim"("versionId");

-- CreateIndex
CREATE INDEX "EvidenceNotice_contributionId_clearedAt_idx" ON "EvidenceNotice"("contributionId", "clearedAt");

-- CreateIndex
CREATE INDEX "EvidenceNotice_summaryId_idx" ON "EvidenceNotice"("summaryId");

-- CreateIndex
CREATE INDEX "EvidenceNotice_clearerId_idx" ON "EvidenceNotice"("clearerId");

-- CreateIndex
CREATE INDEX "EvidenceNotice_dueOn_idx" ON "EvidenceNotice"("dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceNotice_contributionId_section_causeId_cause_key" ON "EvidenceNotice"("contributionId", "section", "causeId", "cause");

-- CreateIndex
CREATE INDEX "RetractionList_accountId_idx" ON "RetractionList"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Retraction_doi_key" ON "Retraction"("doi");

-- CreateIndex
CREATE INDEX "Retraction_listId_idx" ON "Retraction"("listId");

-- CreateIndex
CREATE INDEX "Suggestion_offeredId_idx" ON "Suggestion"("offeredId");

-- CreateIndex
CREATE INDEX "Suggestion_pinId_idx" ON "Suggestion"("pinId");

-- AddForeignKey
ALTER TABLE "Rendering" ADD CONSTRAINT "Rendering_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionAttachment" ADD CONSTRAINT "ContributionAttachment_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionAttachment" ADD CONSTRAINT "ContributionAttachment_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_offeredId_fkey" FOREIGN KEY ("offeredId") REFERENCES "Face"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_pinId_fkey" FOREIGN KEY ("pinId") REFERENCES "Version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionChange" ADD CONSTRAINT "SectionChange_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Pin"("faceId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_recorderId_fkey" FOREIGN KEY ("recorderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptionEvent" ADD CONSTRAINT "AdoptionEvent_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceNotice" ADD CONSTRAINT "EvidenceNotice_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceNotice" ADD CONSTRAINT "EvidenceNotice_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceNotice" ADD CONSTRAINT "EvidenceNotice_clearerId_fkey" FOREIGN KEY ("clearerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetractionList" ADD CONSTRAINT "RetractionList_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retraction" ADD CONSTRAINT "Retraction_listId_fkey" FOREIGN KEY ("listId") REFERENCES "RetractionList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The evidence under a section has changed: one notice of a kind is open at a time.
CREATE UNIQUE INDEX "EvidenceNotice_open" ON "EvidenceNotice"("contributionId", "section", "summaryId", "cause") WHERE "clearedAt" IS NULL;

-- Nobody is their own parent. Longer circles cannot be made, since an edition is new when it gets its parent, and never gets another.
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_parent" CHECK ("parentId" <> "contributionId");
CREATE FUNCTION keep_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition keeps its parent';
END $$;
CREATE TRIGGER edition_keeps_parent BEFORE UPDATE ON "Edition" FOR EACH ROW
  WHEN ((OLD."contributionId", OLD."parentId", OLD."rootId") IS DISTINCT FROM (NEW."contributionId", NEW."parentId", NEW."rootId"))
  EXECUTE FUNCTION keep_parent();

-- What was said of an adoption stays said. Only who recorded it, and whom to ask, is forgotten with the person.
CREATE FUNCTION keep_adoption_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was said of an adoption is not changed';
END $$;
CREATE TRIGGER adoption_event_kept BEFORE UPDATE ON "AdoptionEvent" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - 'recorderId' - 'contactId') IS DISTINCT FROM (to_jsonb(NEW) - 'recorderId' - 'contactId'))
  EXECUTE FUNCTION keep_adoption_event();
