-- CreateTable
CREATE TABLE "insured_person" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "insured_person_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "employer" (
    "number" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area_code" TEXT,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "person_id" UUID NOT NULL,
    "scheme_code" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "employer_number" TEXT,
    "status_code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("person_id","scheme_code","starts_on")
);

-- CreateTable
CREATE TABLE "contribution" (
    "person_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "paid_on" DATE,
    "scheme_code" TEXT NOT NULL,
    "base" DECIMAL(12,2) NOT NULL,
    "personal_amount" DECIMAL(12,2) NOT NULL,
    "employer_amount" DECIMAL(12,2) NOT NULL,
    "area_code" TEXT NOT NULL,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("person_id","scheme_code","month")
);

-- CreateTable
CREATE TABLE "benefit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "scheme_code" TEXT NOT NULL,
    "kind_code" TEXT NOT NULL,
    "monthly_amount" DECIMAL(12,2),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "status" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "benefit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enrolment_area_code_idx" ON "enrolment"("area_code" text_pattern_ops);

-- CreateIndex
CREATE UNIQUE INDEX "benefit_number_key" ON "benefit"("number");

-- CreateIndex
CREATE INDEX "benefit_person_id_idx" ON "benefit"("person_id");
