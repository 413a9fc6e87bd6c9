-- AlterTable
ALTER TABLE "Category" ADD COLUMN     "contentKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Category_contentKey_key" ON "Category"("contentKey");
