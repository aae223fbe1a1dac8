-- CreateTable
CREATE TABLE "area" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" TEXT,
    "batch_id" UUID,

    CONSTRAINT "area_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "grid" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "duties" TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "batch_id" UUID,

    CONSTRAINT "grid_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "grid_post" (
    "grid_code" TEXT NOT NULL,
    "post_number" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "worker_name" TEXT,
    "full_time" BOOLEAN,
    "last_trained_on" DATE,
    "batch_id" UUID,

    CONSTRAINT "grid_post_pkey" PRIMARY KEY ("grid_code","post_number")
);

-- CreateTable
CREATE TABLE "organization" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "credit_code" TEXT,
    "stationing" TEXT,
    "board" TEXT,
    "area_code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "duty_weekday" INTEGER,
    "batch_id" UUID,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "case_category" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "label_zh" TEXT NOT NULL,
    "opens" TEXT[],

    CONSTRAINT "case_category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "governance_case" (
    "number" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "status" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "resolved_at_level" TEXT,
    "area_code" TEXT NOT NULL,
    "grid_code" TEXT,
    "holder_code" TEXT,
    "tier" TEXT,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome_material" TEXT,
    "outcome_emotional" TEXT,
    "outcome_summary" TEXT,
    "follow_up_contacted_at" TIMESTAMPTZ(3),
    "follow_up_respondent" TEXT,
    "follow_up_reached" BOOLEAN,
    "follow_up_satisfied" BOOLEAN,
    "follow_up_score" INTEGER,
    "follow_up_comment" TEXT,
    "merged_into" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID,

    CONSTRAINT "governance_case_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "case_party" (
    "case_number" TEXT NOT NULL,
    "party_number" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID,
    "organization_code" TEXT,
    "credit_code" TEXT,
    "batch_id" UUID,

    CONSTRAINT "case_party_pkey" PRIMARY KEY ("case_number","party_number")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_number" TEXT NOT NULL,
    "event_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "organization_code" TEXT,
    "from_status" TEXT,
    "to_status" TEXT,
    "legal_ground" TEXT,
    "note" TEXT,
    "batch_id" UUID,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reference" (
    "system" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "case_reference_pkey" PRIMARY KEY ("system","number")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "contacted_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "batch_id" UUID,

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_team" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "campaign" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "visit_team_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "visit_team_slot" (
    "team_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "member" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "visit_team_slot_pkey" PRIMARY KEY ("team_code","role")
);

-- CreateTable
CREATE TABLE "household_visit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "household_id" UUID NOT NULL,
    "dwelling_id" UUID,
    "team_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "findings" TEXT,
    "case_numbers" TEXT[],
    "batch_id" UUID,

    CONSTRAINT "household_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grid_report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "grid_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "summary" TEXT,
    "urgent" BOOLEAN NOT NULL,
    "on_time" BOOLEAN NOT NULL,
    "case_number" TEXT,
    "batch_id" UUID,

    CONSTRAINT "grid_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster" (
    "person_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "dwelling_id" UUID,
    "grid_code" TEXT NOT NULL,
    "area_code" TEXT NOT NULL,
    "care_kinds" TEXT[],
    "batch_id" UUID,

    CONSTRAINT "roster_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "area_parent_code_idx" ON "area"("parent_code");

-- CreateIndex
CREATE INDEX "grid_area_code_idx" ON "grid"("area_code" text_pattern_ops);

-- CreateIndex
CREATE INDEX "governance_case_accepted_at_number_idx" ON "governance_case"("accepted_at", "number");

-- CreateIndex
CREATE INDEX "governance_case_area_code_accepted_at_number_idx" ON "governance_case"("area_code", "accepted_at", "number");

-- CreateIndex
CREATE INDEX "governance_case_holder_code_accepted_at_number_idx" ON "governance_case"("holder_code", "accepted_at", "number");

-- CreateIndex
CREATE INDEX "case_party_person_id_idx" ON "case_party"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_number_event_number_key" ON "case_event"("case_number", "event_number");

-- CreateIndex
CREATE INDEX "case_reference_case_number_idx" ON "case_reference"("case_number");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_number_key" ON "dispatch"("number");

-- CreateIndex
CREATE INDEX "dispatch_case_number_idx" ON "dispatch"("case_number");

-- CreateIndex
CREATE INDEX "dispatch_issued_at_idx" ON "dispatch"("issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "household_visit_number_key" ON "household_visit"("number");

-- CreateIndex
CREATE INDEX "household_visit_household_id_at_idx" ON "household_visit"("household_id", "at");

-- CreateIndex
CREATE INDEX "household_visit_dwelling_id_at_idx" ON "household_visit"("dwelling_id", "at");

-- CreateIndex
CREATE INDEX "household_visit_at_idx" ON "household_visit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "grid_report_number_key" ON "grid_report"("number");

-- CreateIndex
CREATE INDEX "grid_report_grid_code_at_idx" ON "grid_report"("grid_code", "at");

-- CreateIndex
CREATE INDEX "roster_household_id_idx" ON "roster"("household_id");

-- CreateIndex
CREATE INDEX "roster_dwelling_id_idx" ON "roster"("dwelling_id");

-- A page of a town's cases starts at its newest one, however many other towns have.
CREATE INDEX "governance_case_town_code_accepted_at_number_idx" ON "governance_case"(left("area_code", 9), "accepted_at", "number");

-- The roster is asked for people to look in on, who are a few of all.
CREATE INDEX "roster_care_person_id_idx" ON "roster"("person_id") WHERE cardinality("care_kinds") > 0;
CREATE INDEX "roster_care_area_code_idx" ON "roster"("area_code", "person_id") WHERE cardinality("care_kinds") > 0;

-- Kinds of cases and the scopes that each may open; a deployment changes these rows.
INSERT INTO "case_category" ("code", "label", "label_zh", "opens") VALUES
('neighbour-dispute', 'Neighbour dispute', '邻里纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,governance-center.visit:read,justice.mediation:history,public-security.person:identify,public-security.address:read}'),
('family-dispute', 'Family dispute', '婚姻家庭纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,governance-center.visit:read,justice.mediation:history,public-security.person:identify,public-security.address:read,justice.legal-aid:read,civil-affairs.marriage:read}'),
('labour-dispute', 'Labour dispute', '劳动争议', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,justice.legal-aid:read,social-insurance.account:read}'),
('property-management', 'Property management', '物业纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,public-security.address:read}'),
('lending', 'Lending dispute', '民间借贷纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,justice.legal-aid:read}'),
('traffic-accident', 'Traffic accident', '道路交通事故纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,justice.legal-aid:read,medical-insurance.enrolment:read}'),
('land-resources', 'Land and resources', '土地资源纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,public-security.address:read}'),
('comprehensive-support', 'Comprehensive support', '综合帮扶', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,governance-center.visit:read,justice.mediation:history,public-security.person:identify,public-security.address:read,justice.legal-aid:read,civil-affairs.marriage:read,civil-affairs.care:read,civil-affairs.assistance:read,social-insurance.account:read,medical-insurance.enrolment:read}'),
('policy-advice', 'Policy advice', '政策咨询', '{governance-center.case:narrative,governance-center.case:write,public-security.person:identify,social-insurance.account:read,medical-insurance.enrolment:read}'),
('emergency-rescue', 'Emergency rescue', '应急救助', '{governance-center.case:narrative,governance-center.case:write,governance-center.visit:read,public-security.person:identify,public-security.address:read,civil-affairs.care:read,medical-insurance.enrolment:read,medical-insurance.health:read}'),
('consumer-dispute', 'Consumer dispute', '消费纠纷', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify}'),
('worker-appeal', 'Appeal of a worker in new forms of employment', '新就业群体诉求', '{governance-center.case:narrative,governance-center.case:history,governance-center.case:write,justice.mediation:history,public-security.person:identify,justice.legal-aid:read,social-insurance.account:read,medical-insurance.enrolment:read}');
