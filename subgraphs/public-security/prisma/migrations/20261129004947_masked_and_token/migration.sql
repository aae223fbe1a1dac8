-- AlterTable
ALTER TABLE "person" ADD COLUMN     "masked_id_number" TEXT,
ADD COLUMN     "masked_name" TEXT,
ADD COLUMN     "name_token" TEXT;
