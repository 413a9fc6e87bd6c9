-- A person's reading of one thread is asked for with each page and each row of a list: one step, whoever else has read it.
DROP INDEX "Reading_threadId_idx";
ALTER TABLE "Reading" DROP CONSTRAINT "Reading_pkey", ADD CONSTRAINT "Reading_pkey" PRIMARY KEY ("threadId", "accountId");
CREATE INDEX "Reading_accountId_idx" ON "Reading"("accountId");
