-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('HIGH', 'MODERATE', 'LOW', 'VERY_LOW');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('WAITING', 'READING', 'READ', 'FAILED', 'TAKEN');

-- AlterTable
ALTER TABLE "Face" ADD COLUMN     "stampedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "faceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revisionId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Summary" (
    "contributionId" UUID NOT NULL,
    "evidenceUpTo" DATE,
    "evidenceTold" TEXT NOT NULL DEFAULT '',
    "certainties" "Certainty"[],
    "isRated" BOOLEAN NOT NULL DEFAULT false,
    "studyTypes" TEXT[],
    "facets" TEXT[],

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("contributionId")
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "csl" JSONB NOT NULL,
    "doi" TEXT,
    "likeness" TEXT NOT NULL,
    "styled" JSONB NOT NULL,
    "styler" INTEGER NOT NULL,
    "adderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReferenceImport" (
    "id" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "text" TEXT,
    "state" "ImportState" NOT NULL DEFAULT 'WAITING',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "entries" JSONB NOT NULL DEFAULT '[]',
    "fault" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReferenceImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Version_revisionId_key" ON "Version"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Version_faceId_number_key" ON "Version"("faceId", "number");

-- CreateIndex
CREATE INDEX "Summary_facets_idx" ON "Summary" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "Summary_evidenceUpTo_contributionId_idx" ON "Summary"("evidenceUpTo" DESC, "contributionId");

-- CreateIndex
CREATE INDEX "Reference_contributionId_likeness_idx" ON "Reference"("contributionId", "likeness");

-- CreateIndex
CREATE INDEX "Reference_doi_idx" ON "Reference"("doi");

-- CreateIndex
CREATE INDEX "Reference_adderId_idx" ON "Reference"("adderId");

-- CreateIndex
CREATE INDEX "ReferenceImport_contributionId_idx" ON "ReferenceImport"("contributionId");

-- CreateIndex
CREATE INDEX "ReferenceImport_accountId_idx" ON "ReferenceImport"("accountId");

-- CreateIndex
CREATE INDEX "ReferenceImport_createdAt_idx" ON "ReferenceImport"("createdAt");

-- CreateIndex
CREATE INDEX "Face_stampedAt_id_idx" ON "Face"("stampedAt", "id");

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_adderId_fkey" FOREIGN KEY ("adderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceImport" ADD CONSTRAINT "ReferenceImport_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceImport" ADD CONSTRAINT "ReferenceImport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A key is given once among the references of a summary that are in use.
CREATE UNIQUE INDEX "Reference_key_in_use" ON "Reference"("contributionId", "key") WHERE "removedAt" IS NULL;
CREATE INDEX "Reference_in_use" ON "Reference"("contributionId", "id") WHERE "removedAt" IS NULL;

-- What was published until now: what stands, what a review approved, and what was imported.
INSERT INTO "Version" (id, "faceId", number, "revisionId", "publishedAt")
SELECT gen_random_uuid(), v."faceId", row_number() OVER (PARTITION BY v."faceId" ORDER BY v.number), v.id, v.at
FROM (
  SELECT r.id, r."faceId", r.number,
    coalesce((SELECT max(w."decidedAt") FROM "Review" w WHERE w."revisionId" = r.id AND w.decision = 'APPROVED'), r."createdAt") AS at
  FROM "Revision" r JOIN "Face" f ON f.id = r."faceId"
  WHERE f."publishedRevisionId" = r.id
    OR EXISTS (SELECT 1 FROM "Review" w WHERE w."revisionId" = r.id AND w.decision = 'APPROVED')
    OR EXISTS (SELECT 1 FROM "Event" e WHERE e.name = 'practice.imported' AND e."subjectId" = f."contributionId"
      AND e.details->>'number' = r.number::text AND e.details->>'language' = f.language::text)
) v;
UPDATE "Version" v SET "hiddenAt" = c."hiddenAt" FROM "Face" f JOIN "Contribution" c ON c.id = f."contributionId"
WHERE f.id = v."faceId" AND c."hiddenAt" IS NOT NULL;

-- The record of a face for those who harvest changes with what it says about itself, and with what its contribution and its authors do.
UPDATE "Face" SET "stampedAt" = coalesce("modifiedAt", "publishedAt", now()) WHERE "publishedRevisionId" IS NOT NULL;

CREATE FUNCTION stamp_face() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."publishedRevisionId" IS NOT NULL AND (TG_OP = 'INSERT' OR (NEW."publishedRevisionId", NEW.slug, NEW.title, NEW.summary)
    IS DISTINCT FROM (OLD."publishedRevisionId", OLD.slug, OLD.title, OLD.summary)) THEN
    NEW."stampedAt" = clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER face_stamped BEFORE INSERT OR UPDATE ON "Face" FOR EACH ROW EXECUTE FUNCTION stamp_face();

CREATE FUNCTION stamp_faces_of_contribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Face" SET "stampedAt" = clock_timestamp() WHERE "contributionId" = NEW.id AND "stampedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution_stamped AFTER UPDATE ON "Contribution" FOR EACH ROW
  WHEN ((OLD.visibility, OLD.licence, OLD."organizationId", OLD."retiredAt", OLD."discardedAt", OLD."hiddenAt")
    IS DISTINCT FROM (NEW.visibility, NEW.licence, NEW."organizationId", NEW."retiredAt", NEW."discardedAt", NEW."hiddenAt"))
  EXECUTE FUNCTION stamp_faces_of_contribution();

CREATE FUNCTION stamp_faces_of_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Face" f SET "stampedAt" = clock_timestamp() FROM "Contribution" c
  WHERE c.id = f."contributionId" AND c."organizationId" = NEW.id AND f."stampedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER organization_stamps AFTER UPDATE ON "Organization" FOR EACH ROW
  WHEN (OLD."hiddenAt" IS DISTINCT FROM NEW."hiddenAt") EXECUTE FUNCTION stamp_faces_of_organization();

-- A publisher's new name, and an author's, change what is harvested.
CREATE FUNCTION stamp_faces_of_organization_face() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Face" f SET "stampedAt" = clock_timestamp() FROM "Contribution" c
  WHERE c.id = f."contributionId" AND c."organizationId" = NEW."organizationId" AND f."stampedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER organization_face_stamps AFTER UPDATE ON "OrganizationFace" FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION stamp_faces_of_organization_face();

CREATE FUNCTION stamp_faces_of_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Face" f SET "stampedAt" = clock_timestamp() FROM "Authorship" a
  WHERE a."accountId" = NEW.id AND f."contributionId" = a."contributionId" AND f."stampedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_stamps AFTER UPDATE ON "Account" FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION stamp_faces_of_author();

CREATE FUNCTION stamp_faces_of_authorship() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Face" SET "stampedAt" = clock_timestamp()
  WHERE "contributionId" = coalesce(NEW."contributionId", OLD."contributionId") AND "stampedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER authorship_stamps AFTER INSERT OR UPDATE OR DELETE ON "Authorship" FOR EACH ROW EXECUTE FUNCTION stamp_faces_of_authorship();
