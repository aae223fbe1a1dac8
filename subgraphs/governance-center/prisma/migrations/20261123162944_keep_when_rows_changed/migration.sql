-- AlterTable
ALTER TABLE "area" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "case_party" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "case_reference" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "governance_case" ADD COLUMN     "updated_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "grid" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "grid_post" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "roster" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "visit_team" ADD COLUMN     "updated_on" DATE;

-- AlterTable
ALTER TABLE "visit_team_slot" ADD COLUMN     "updated_on" DATE;
