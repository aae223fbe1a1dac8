-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "area_code" TEXT;

-- CreateIndex
CREATE INDEX "visit_area_code_idx" ON "visit"("area_code" text_pattern_ops);
