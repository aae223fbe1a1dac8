-- AlterTable
ALTER TABLE "dwelling_token" ADD COLUMN     "key_id" TEXT;

-- AlterTable
ALTER TABLE "household_token" ADD COLUMN     "key_id" TEXT;

-- AlterTable
ALTER TABLE "person_token" ADD COLUMN     "key_id" TEXT;
