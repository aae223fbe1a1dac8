-- CreateTable
CREATE TABLE "mediation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "case_number" TEXT,
    "kind" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "organization_number" TEXT,
    "area_code" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "concluded_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "agreement_form" TEXT,
    "agreement_signed_on" DATE,
    "agreement_amount" DECIMAL(12,2),
    "agreement_performed" BOOLEAN,
    "confirmation_status" TEXT,
    "confirmation_applied_on" DATE,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "mediation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_party" (
    "mediation_number" TEXT NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "mediation_party_pkey" PRIMARY KEY ("mediation_number","sequence")
);

-- CreateTable
CREATE TABLE "mediator" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "employment" TEXT NOT NULL,
    "organization_number" TEXT,
    "specialities" TEXT[],
    "batch_id" UUID NOT NULL,

    CONSTRAINT "mediator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_organization" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "area_code" TEXT,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "mediation_organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_assignment" (
    "mediation_number" TEXT NOT NULL,
    "mediator_number" TEXT NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "mediation_assignment_pkey" PRIMARY KEY ("mediation_number","mediator_number")
);

-- CreateTable
CREATE TABLE "legal_aid" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "applied_on" DATE NOT NULL,
    "decided_on" DATE,
    "due_on" DATE NOT NULL,
    "means_test_exempt" BOOLEAN NOT NULL,
    "updated_on" DATE NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "legal_aid_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mediation_number_key" ON "mediation"("number");

-- CreateIndex
CREATE INDEX "mediation_case_number_idx" ON "mediation"("case_number");

-- CreateIndex
CREATE INDEX "mediation_area_code_idx" ON "mediation"("area_code" text_pattern_ops);

-- CreateIndex
CREATE INDEX "mediation_party_person_id_idx" ON "mediation_party"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mediator_number_key" ON "mediator"("number");

-- CreateIndex
CREATE INDEX "mediator_organization_number_number_idx" ON "mediator"("organization_number", "number");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_organization_number_key" ON "mediation_organization"("number");

-- CreateIndex
CREATE INDEX "mediation_assignment_mediator_number_idx" ON "mediation_assignment"("mediator_number");

-- CreateIndex
CREATE UNIQUE INDEX "legal_aid_number_key" ON "legal_aid"("number");

-- CreateIndex
CREATE INDEX "legal_aid_person_id_idx" ON "legal_aid"("person_id");
