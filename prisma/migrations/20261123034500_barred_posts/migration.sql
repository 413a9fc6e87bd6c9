-- AlterTable
ALTER TABLE "Post" ADD COLUMN "barredAt" TIMESTAMPTZ(3);
