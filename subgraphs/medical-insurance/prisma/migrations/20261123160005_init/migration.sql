-- CreateTable
CREATE TABLE "enrolment" (
    "person_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "paused_on" DATE,
    "status_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "subsidised" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("person_id","scheme","starts_on")
);

-- CreateTable
CREATE TABLE "chronic_entitlement" (
    "person_id" UUID NOT NULL,
    "disease_code" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "area_code" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "chronic_entitlement_pkey" PRIMARY KEY ("person_id","disease_code","starts_on")
);

-- CreateIndex
CREATE INDEX "enrolment_area_code_idx" ON "enrolment"("area_code" text_pattern_ops);
