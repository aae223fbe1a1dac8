-- CreateTable
CREATE TABLE "revocation" (
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "issued_before" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "service_account" (
    "client" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "department" TEXT,
    "persona" TEXT NOT NULL,
    "scopes" TEXT[],
    "areas" TEXT[],
    "subject" TEXT,
    "certificate" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "service_account_pkey" PRIMARY KEY ("client","valid_from")
);
