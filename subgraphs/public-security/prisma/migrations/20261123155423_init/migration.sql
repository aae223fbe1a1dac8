-- CreateTable
CREATE TABLE "person" (
    "person_id" UUID NOT NULL,
    "id_number" TEXT NOT NULL,
    "previous_id_numbers" TEXT[],
    "document_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "former_name" TEXT,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "phone" TEXT,
    "status" TEXT NOT NULL,
    "ended_on" DATE,
    "registration" TEXT NOT NULL,
    "residence_address" TEXT,
    "area_code" TEXT NOT NULL,
    "resident_household_id" UUID,
    "relation_code" TEXT,
    "relation" TEXT,
    "registered_household_id" UUID,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "household" (
    "household_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "previous_numbers" TEXT[],
    "basis" TEXT NOT NULL,
    "head_person_id" UUID,
    "dwelling_id" UUID,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("household_id")
);

-- CreateTable
CREATE TABLE "household_membership" (
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "basis" TEXT NOT NULL,
    "relation_code" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "household_membership_pkey" PRIMARY KEY ("household_id","person_id","from_date")
);

-- CreateTable
CREATE TABLE "dwelling" (
    "dwelling_id" UUID NOT NULL,
    "address_code" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "dwelling_pkey" PRIMARY KEY ("dwelling_id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "channel" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "area_code" TEXT NOT NULL,
    "summary" TEXT,
    "outcome" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_handover" (
    "case_number" TEXT NOT NULL,
    "incident_number" TEXT NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "incident_handover_pkey" PRIMARY KEY ("case_number","incident_number")
);

-- CreateIndex
CREATE INDEX "person_birth_date_idx" ON "person"("birth_date");

-- CreateIndex
CREATE INDEX "person_area_code_idx" ON "person"("area_code" text_pattern_ops);

-- CreateIndex
CREATE INDEX "household_dwelling_id_idx" ON "household"("dwelling_id");

-- CreateIndex
CREATE INDEX "household_area_code_household_id_idx" ON "household"("area_code" text_pattern_ops, "household_id");

-- CreateIndex
CREATE INDEX "household_membership_person_id_idx" ON "household_membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_reported_at_idx" ON "incident"("reported_at");

-- CreateIndex
CREATE INDEX "incident_handover_incident_number_idx" ON "incident_handover"("incident_number");
