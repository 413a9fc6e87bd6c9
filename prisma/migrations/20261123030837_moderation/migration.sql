-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('FLAG', 'HELD', 'REPAIR', 'APPEAL', 'ROLE', 'ORGANIZATION');

-- CreateEnum
CREATE TYPE "CaseSubject" AS ENUM ('POST', 'CONTRIBUTION', 'ACCOUNT', 'ORGANIZATION', 'HELD_POST', 'DECISION', 'ROLE_REQUEST', 'APPLICATION');

-- CreateEnum
CREATE TYPE "ContentMeasure" AS ENUM ('NONE', 'EDIT', 'HIDE', 'REMOVE');

-- CreateEnum
CREATE TYPE "PersonMeasure" AS ENUM ('NONE', 'WARN', 'SILENCE', 'SUSPEND');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('WARNING', 'SILENCE', 'SUSPENSION');

-- CreateEnum
CREATE TYPE "Ruling" AS ENUM ('UPHELD', 'OVERTURNED');

-- CreateEnum
CREATE TYPE "ScopeKind" AS ENUM ('LANGUAGE', 'CATEGORY', 'ORGANIZATION');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "vouchedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Contribution" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "isAudited" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PostRevision" ADD COLUMN     "isHidden" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Profile" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "number" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "actorId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "details" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Distance" (
    "accountId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "isBlocked" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Distance_pkey" PRIMARY KEY ("accountId","otherId")
);

-- CreateTable
CREATE TABLE "HeldPost" (
    "id" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "PostDraftKind" NOT NULL,
    "categoryId" UUID,
    "threadId" UUID,
    "contributionId" UUID,
    "language" "Language" NOT NULL,
    "fields" JSONB NOT NULL,
    "reasons" TEXT[],
    "heldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HeldPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkedHost" (
    "host" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LinkedHost_pkey" PRIMARY KEY ("host","accountId")
);

-- CreateTable
CREATE TABLE "WatchedWord" (
    "id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "adderId" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WatchedWord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "subjectType" "CaseSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "categoryId" UUID,
    "organizationIds" UUID[],
    "ownerIds" UUID[],
    "authorId" UUID,
    "rule" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "assigneeId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "hiddenAt" TIMESTAMPTZ(3),
    "repairedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reporterId" UUID,
    "rule" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "subjectVersion" INTEGER NOT NULL DEFAULT 0,
    "hasHidden" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "deciderId" UUID,
    "rule" TEXT NOT NULL,
    "content" "ContentMeasure" NOT NULL,
    "person" "PersonMeasure" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "toAuthor" TEXT NOT NULL DEFAULT '',
    "toReportersEn" TEXT NOT NULL DEFAULT '',
    "toReportersFr" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tokenHash" TEXT,
    "appealableUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseNotice" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "subject" TEXT NOT NULL,
    "paragraphs" TEXT[],
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sanction" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "rule" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "lifterId" UUID,
    "liftReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "appellantId" UUID,
    "words" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ruling" "Ruling",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "toAuthor" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModeratorScope" (
    "accountId" UUID NOT NULL,
    "kind" "ScopeKind" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "ModeratorScope_pkey" PRIMARY KEY ("accountId","kind","value")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_eventId_key" ON "AuditEntry"("eventId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_number_idx" ON "AuditEntry"("at" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_name_number_idx" ON "AuditEntry"("name", "number" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_number_idx" ON "AuditEntry"("actorId", "number" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_number_idx" ON "AuditEntry"("subjectId", "number" DESC);

-- CreateIndex
CREATE INDEX "Distance_otherId_idx" ON "Distance"("otherId");

-- CreateIndex
CREATE INDEX "HeldPost_authorId_heldAt_idx" ON "HeldPost"("authorId", "heldAt");

-- CreateIndex
CREATE INDEX "HeldPost_categoryId_idx" ON "HeldPost"("categoryId");

-- CreateIndex
CREATE INDEX "HeldPost_threadId_idx" ON "HeldPost"("threadId");

-- CreateIndex
CREATE INDEX "HeldPost_contributionId_idx" ON "HeldPost"("contributionId");

-- CreateIndex
CREATE INDEX "LinkedHost_accountId_idx" ON "LinkedHost"("accountId");

-- CreateIndex
CREATE INDEX "LinkedHost_at_idx" ON "LinkedHost"("at");

-- CreateIndex
CREATE UNIQUE INDEX "WatchedWord_folded_key" ON "WatchedWord"("folded");

-- CreateIndex
CREATE INDEX "WatchedWord_adderId_idx" ON "WatchedWord"("adderId");

-- CreateIndex
CREATE INDEX "Case_subjectType_subjectId_openedAt_idx" ON "Case"("subjectType", "subjectId", "openedAt");

-- CreateIndex
CREATE INDEX "Case_authorId_openedAt_idx" ON "Case"("authorId", "openedAt");

-- CreateIndex
CREATE INDEX "Case_assigneeId_idx" ON "Case"("assigneeId");

-- CreateIndex
CREATE INDEX "Case_categoryId_idx" ON "Case"("categoryId");

-- CreateIndex
CREATE INDEX "Case_closedAt_id_idx" ON "Case"("closedAt", "id");

-- CreateIndex
CREATE INDEX "Flag_reporterId_at_idx" ON "Flag"("reporterId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_caseId_reporterId_key" ON "Flag"("caseId", "reporterId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_caseId_key" ON "Decision"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_tokenHash_key" ON "Decision"("tokenHash");

-- CreateIndex
CREATE INDEX "Decision_deciderId_idx" ON "Decision"("deciderId");

-- CreateIndex
CREATE INDEX "CaseNotice_caseId_idx" ON "CaseNotice"("caseId");

-- CreateIndex
CREATE INDEX "CaseNotice_accountId_sentAt_idx" ON "CaseNotice"("accountId", "sentAt");

-- CreateIndex
CREATE INDEX "Sanction_accountId_since_idx" ON "Sanction"("accountId", "since");

-- CreateIndex
CREATE INDEX "Sanction_endedAt_until_idx" ON "Sanction"("endedAt", "until");

-- CreateIndex
CREATE INDEX "Sanction_decisionId_idx" ON "Sanction"("decisionId");

-- CreateIndex
CREATE INDEX "Sanction_lifterId_idx" ON "Sanction"("lifterId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_caseId_key" ON "Appeal"("caseId");

-- CreateIndex
CREATE INDEX "Appeal_appellantId_idx" ON "Appeal"("appellantId");

-- CreateIndex
CREATE INDEX "Appeal_deciderId_idx" ON "Appeal"("deciderId");

-- AddForeignKey
ALTER TABLE "Distance" ADD CONSTRAINT "Distance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Distance" ADD CONSTRAINT "Distance_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldPost" ADD CONSTRAINT "HeldPost_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldPost" ADD CONSTRAINT "HeldPost_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldPost" ADD CONSTRAINT "HeldPost_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HeldPost" ADD CONSTRAINT "HeldPost_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkedHost" ADD CONSTRAINT "LinkedHost_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedWord" ADD CONSTRAINT "WatchedWord_adderId_fkey" FOREIGN KEY ("adderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotice" ADD CONSTRAINT "CaseNotice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNotice" ADD CONSTRAINT "CaseNotice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_lifterId_fkey" FOREIGN KEY ("lifterId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_appellantId_fkey" FOREIGN KEY ("appellantId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModeratorScope" ADD CONSTRAINT "ModeratorScope_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- There is one open case for a thing, however many report it. The queue is read along its own order.
CREATE UNIQUE INDEX "Case_open_subject_key" ON "Case"("subjectType", "subjectId") WHERE "closedAt" IS NULL;
CREATE INDEX "Case_queue_idx" ON "Case"(priority DESC, "openedAt", id) WHERE "closedAt" IS NULL;

-- Whoever has spoken in the forums is no stranger.
UPDATE "Account" a SET "vouchedAt" = now() WHERE EXISTS (SELECT 1 FROM "Post" p WHERE p."authorId" = a.id AND p.notice IS NULL AND p."removedAt" IS NULL);

-- The audit log is written when a transaction is committed, so that its lock is the last one taken and is held for a moment. What is hashed is
-- the text below, in UTF-8; app/features/activity/audit.server.ts writes the same.
CREATE FUNCTION append_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
  next integer;
  before text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit log', 0));
  SELECT number, hash INTO last FROM "AuditEntry" ORDER BY number DESC LIMIT 1;
  next := coalesce(last.number, 0) + 1;
  before := coalesce(last.hash, repeat('0', 64));
  INSERT INTO "AuditEntry" (number, "eventId", at, name, "actorId", "subjectType", "subjectId", details, "previousHash", hash)
  VALUES (next, NEW.id, NEW.at, NEW.name, NEW."actorId", NEW."subjectType", NEW."subjectId", NEW.details, before,
    encode(sha256(convert_to(concat_ws('|', next, NEW.id, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.name,
      coalesce(NEW."actorId"::text, '-'), NEW."subjectType", NEW."subjectId", NEW.details::text, before), 'UTF8')), 'hex'));
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Event_audit" AFTER INSERT ON "Event" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."isAudited") EXECUTE FUNCTION append_audit_entry();

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is not changed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
