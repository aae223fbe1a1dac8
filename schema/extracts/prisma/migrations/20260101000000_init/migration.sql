-- What became of the department's files. The importer's own tables, beside those of the department.

CREATE SCHEMA IF NOT EXISTS "exchange";

-- One file that was taken in.
CREATE TABLE "exchange"."import_batch" (
    "id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "rows" BIGINT NOT NULL,
    "accepted" BIGINT NOT NULL,
    "quarantined" BIGINT NOT NULL,
    "unlinked" BIGINT NOT NULL,
    "normalised" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "import_batch_counts" CHECK ("rows" = "accepted" + "quarantined")
);

CREATE UNIQUE INDEX "import_batch_layout_sha256_key" ON "exchange"."import_batch"("layout", "sha256");

-- A row that was set aside, as it came.
CREATE TABLE "exchange"."quarantined_row" (
    "batch_id" UUID NOT NULL,
    "line" BIGINT NOT NULL,
    "raw" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "column_header" TEXT,

    CONSTRAINT "quarantined_row_pkey" PRIMARY KEY ("batch_id", "line")
);

ALTER TABLE "exchange"."quarantined_row" ADD CONSTRAINT "quarantined_row_batch_id_fkey"
    FOREIGN KEY ("batch_id") REFERENCES "exchange"."import_batch"("id") DEFERRABLE INITIALLY DEFERRED;

-- A batch that the link register is to be told of.
CREATE TABLE "exchange"."outbox" (
    "batch_id" UUID NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("batch_id"),
    CONSTRAINT "outbox_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "exchange"."import_batch"("id")
);

CREATE INDEX "outbox_undelivered" ON "exchange"."outbox"("batch_id") WHERE "delivered_at" IS NULL;
