-- A table whose sealed columns are all sealed, and the keys that did it. One without a row may hold clear text from before.
CREATE TABLE "exchange"."sealed_table" (
    "name" TEXT NOT NULL,
    "seal_key" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,

    CONSTRAINT "sealed_table_pkey" PRIMARY KEY ("name")
);
