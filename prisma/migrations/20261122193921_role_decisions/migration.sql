-- CreateEnum
CREATE TYPE "RoleVerdict" AS ENUM ('GRANTED', 'DECLINED', 'REVOKED');

-- CreateTable
CREATE TABLE "RoleDecision" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "verdict" "RoleVerdict" NOT NULL,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RoleDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RoleDecision_accountId_decidedAt_idx" ON "RoleDecision"("accountId", "decidedAt");

-- CreateIndex
CREATE INDEX "RoleDecision_deciderId_idx" ON "RoleDecision"("deciderId");

-- AddForeignKey
ALTER TABLE "RoleDecision" ADD CONSTRAINT "RoleDecision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleDecision" ADD CONSTRAINT "RoleDecision_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
