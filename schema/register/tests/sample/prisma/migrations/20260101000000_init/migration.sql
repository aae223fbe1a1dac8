-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "visited_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "distance" DECIMAL(12,2),
    "topics" TEXT[],

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_visited_on_id_idx" ON "visit"("visited_on", "id");
