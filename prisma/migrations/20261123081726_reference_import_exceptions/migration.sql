-- AlterTable
ALTER TABLE "ReferenceImport" ADD COLUMN     "exceptions" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
