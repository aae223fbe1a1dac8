-- AlterTable
ALTER TABLE "household" ADD COLUMN "area_code" TEXT;
