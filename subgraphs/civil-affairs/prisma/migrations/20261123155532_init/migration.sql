-- CreateTable
CREATE TABLE "marriage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "certificate_number" TEXT NOT NULL,
    "first_spouse_id" UUID NOT NULL,
    "second_spouse_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "registered_on" DATE NOT NULL,
    "ended_on" DATE,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "marriage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_tag" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "care_tag_pkey" PRIMARY KEY ("person_id","kind","since")
);

-- CreateTable
CREATE TABLE "allowance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "monthly_amount" DECIMAL(12,2) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "status" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "allowance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "social_assistance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "monthly_amount" DECIMAL(12,2) NOT NULL,
    "household_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "next_review_on" DATE,
    "status" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "social_assistance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistance_beneficiary" (
    "assistance_number" TEXT NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "person_id" UUID,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "assistance_beneficiary_pkey" PRIMARY KEY ("assistance_number","sequence")
);

-- CreateTable
CREATE TABLE "service_recipient" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "service_recipient_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "marriage_certificate_number_key" ON "marriage"("certificate_number");

-- CreateIndex
CREATE INDEX "marriage_first_spouse_id_idx" ON "marriage"("first_spouse_id");

-- CreateIndex
CREATE INDEX "marriage_second_spouse_id_idx" ON "marriage"("second_spouse_id");

-- CreateIndex
CREATE UNIQUE INDEX "allowance_number_key" ON "allowance"("number");

-- CreateIndex
CREATE INDEX "allowance_person_id_idx" ON "allowance"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "social_assistance_number_key" ON "social_assistance"("number");

-- CreateIndex
CREATE INDEX "social_assistance_household_id_idx" ON "social_assistance"("household_id");

-- CreateIndex
CREATE INDEX "social_assistance_area_code_idx" ON "social_assistance"("area_code" text_pattern_ops);

-- CreateIndex
CREATE INDEX "assistance_beneficiary_person_id_idx" ON "assistance_beneficiary"("person_id");
