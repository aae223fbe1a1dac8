-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "superseded_by" UUID,
    "area_code" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_token" (
    "token" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "superseded_by" UUID,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_token" (
    "token" BYTEA NOT NULL,
    "household_id" UUID NOT NULL,

    CONSTRAINT "household_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "dwelling" (
    "id" UUID NOT NULL,

    CONSTRAINT "dwelling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dwelling_token" (
    "token" BYTEA NOT NULL,
    "dwelling_id" UUID NOT NULL,

    CONSTRAINT "dwelling_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "merge_count" (
    "kind" TEXT NOT NULL,
    "merges" BIGINT NOT NULL,

    CONSTRAINT "merge_count_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "purpose" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "bound_to" TEXT NOT NULL,
    "personas" TEXT[],
    "scopes" TEXT[],
    "matter_scopes" TEXT[],
    "lookup" TEXT,
    "live_statuses" TEXT[],
    "lookups_per_hour" INTEGER,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "purpose_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "lookup_count" (
    "user_name" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "lookups" INTEGER NOT NULL,

    CONSTRAINT "lookup_count_pkey" PRIMARY KEY ("user_name","hour")
);

-- CreateTable
CREATE TABLE "source_batch" (
    "id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "rows" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "quarantined" INTEGER NOT NULL,
    "unlinked" INTEGER NOT NULL,
    "normalised" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "source_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "user_name" TEXT,
    "organization" TEXT,
    "department" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "case_number" TEXT,
    "persons" UUID[],
    "fields" TEXT[],
    "break_glass" BOOLEAN NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_superseded_by_idx" ON "person"("superseded_by");

-- CreateIndex
CREATE INDEX "person_token_person_id_idx" ON "person_token"("person_id");

-- CreateIndex
CREATE INDEX "household_superseded_by_idx" ON "household"("superseded_by");

-- CreateIndex
CREATE INDEX "household_token_household_id_idx" ON "household_token"("household_id");

-- CreateIndex
CREATE INDEX "source_batch_department_finished_at_id_idx" ON "source_batch"("department", "finished_at", "id");

-- CreateIndex
CREATE INDEX "disclosure_at_id_idx" ON "disclosure"("at", "id");

-- CreateIndex
CREATE INDEX "disclosure_department_at_id_idx" ON "disclosure"("department", "at", "id");

-- CreateIndex
CREATE INDEX "disclosure_persons_idx" ON "disclosure" USING GIN ("persons");
