-- Entries written before there was a ledger are kept aside and entered in it when the hub next starts.
ALTER TABLE "disclosure" RENAME TO "disclosure_before_ledger";
ALTER TABLE "disclosure_before_ledger" RENAME CONSTRAINT "disclosure_pkey" TO "disclosure_before_ledger_pkey";
DROP INDEX "disclosure_at_id_idx";
DROP INDEX "disclosure_department_at_id_idx";
DROP INDEX "disclosure_persons_idx";

CREATE TABLE "disclosure" (
    "leaf" BIGINT NOT NULL,
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
    "answer" TEXT,
    "salt" UUID,
    "leaf_hash" BYTEA NOT NULL,
    "thinned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("leaf")
);

CREATE INDEX "disclosure_at_leaf_idx" ON "disclosure"("at", "leaf");
CREATE INDEX "disclosure_department_at_leaf_idx" ON "disclosure"("department", "at", "leaf");
CREATE INDEX "disclosure_persons_idx" ON "disclosure" USING GIN ("persons");

CREATE TABLE "ledger_record" (
    "leaf" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT,
    "facts" TEXT NOT NULL,
    "leaf_hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_record_pkey" PRIMARY KEY ("leaf")
);

CREATE INDEX "ledger_record_kind_leaf_idx" ON "ledger_record"("kind", "leaf");

CREATE TABLE "ledger_tree" (
    "id" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "peaks" BYTEA NOT NULL,

    CONSTRAINT "ledger_tree_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ledger_node" (
    "level" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_node_pkey" PRIMARY KEY ("level", "position")
);

CREATE TABLE "ledger_checkpoint" (
    "size" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,
    "cosignatures" TEXT[],

    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY ("size")
);

CREATE INDEX "ledger_checkpoint_at_idx" ON "ledger_checkpoint"("at");

CREATE TABLE "ledger_withholding" (
    "case_number" TEXT NOT NULL,
    "withheld_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_withholding_pkey" PRIMARY KEY ("case_number")
);

ALTER TABLE "purpose" ADD COLUMN "withheld_until_released" BOOLEAN NOT NULL DEFAULT false;

-- The one row of the tree; the random part keeps the ledgers of two hubs apart.
INSERT INTO "ledger_tree" VALUES (1, 'county-governance-hub/ledger-' || substr(md5(gen_random_uuid()::text), 1, 12), 0, '');
