-- AlterTable
ALTER TABLE "purpose" ADD COLUMN     "break_glass" JSONB,
ADD COLUMN     "clients" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "self_opening" JSONB;

-- CreateTable
CREATE TABLE "purpose_version" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,
    "reason" TEXT,
    "purpose" JSONB NOT NULL,

    CONSTRAINT "purpose_version_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "restored_at" TIMESTAMPTZ(3),
    "restored_by" TEXT,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protected_person" (
    "person_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "protected_person_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "user_name" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "organization" TEXT,
    "purpose" TEXT NOT NULL,
    "case_numbers" TEXT[],
    "reason" TEXT,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "break_glass_count" (
    "user_name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "openings" INTEGER NOT NULL,

    CONSTRAINT "break_glass_count_pkey" PRIMARY KEY ("user_name","day")
);

-- CreateTable
CREATE TABLE "self_opening" (
    "user_name" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "openings" INTEGER NOT NULL,

    CONSTRAINT "self_opening_pkey" PRIMARY KEY ("user_name","case_number")
);

-- CreateIndex
CREATE INDEX "purpose_version_code_at_idx" ON "purpose_version"("code", "at");

-- CreateIndex
CREATE INDEX "review_at_id_idx" ON "review"("at", "id");

-- CreateIndex
CREATE INDEX "review_user_name_kind_until_idx" ON "review"("user_name", "kind", "until");


-- Counting never reaches people, whoever writes the row.
ALTER TABLE "purpose" ADD CONSTRAINT "purpose_statistics_alone" CHECK (
    array_to_string("matter_scopes", ' ') !~ ':statistics( |$)'
    AND ("bound_to" <> 'NONE'
        OR array_to_string("scopes", ' ') !~ ':statistics( |$)'
        OR (cardinality("matter_scopes") = 0 AND array_to_string("scopes", ' ') ~ '^[^ ]+:statistics( [^ ]+:statistics)*$'))
);

-- Every change of a purpose is kept, whoever makes it and however.
CREATE FUNCTION note_purpose_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed purpose := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NULL;
    END IF;
    INSERT INTO purpose_version (code, version, change, at, changed_by, reason, purpose)
    SELECT changed.code, coalesce(max(version), 0) + 1, TG_OP, clock_timestamp(),
        coalesce(nullif(current_setting('hub.changed_by', true), ''), session_user),
        nullif(current_setting('hub.reason', true), ''), to_jsonb(changed)
    FROM purpose_version WHERE code = changed.code;
    RETURN NULL;
END $$;
CREATE TRIGGER note_version AFTER INSERT OR UPDATE OR DELETE ON "purpose"
    FOR EACH ROW EXECUTE FUNCTION note_purpose_version();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Expected rows of % to be added only, came %.', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON "purpose" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_whole BEFORE UPDATE OR DELETE OR TRUNCATE ON "purpose_version"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO "purpose_version" ("code", "version", "change", "at", "changed_by", "purpose")
SELECT "code", 1, 'INSERT', "valid_from", 'migration', to_jsonb("purpose") FROM "purpose";

-- Who took a case in, and who stands by it, decides whether it opens.
UPDATE "purpose"
SET "lookup" = replace("lookup", ' opens parties', ' opens acceptance { acceptedBy confirmedBy references } parties')
WHERE "lookup" LIKE '% holder { id } opens parties { %';
