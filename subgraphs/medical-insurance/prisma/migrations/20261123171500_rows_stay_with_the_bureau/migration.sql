-- The bureau's records stay in its own system. What was copied goes, and so does the memory of having taken it in: the
-- same files are taken in again, there.
DROP TABLE "enrolment";
DROP TABLE "chronic_entitlement";

DELETE FROM "exchange"."outbox";
DELETE FROM "exchange"."quarantined_row";
DELETE FROM "exchange"."import_batch";
