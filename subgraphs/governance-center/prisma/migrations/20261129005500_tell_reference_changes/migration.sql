-- Processes keep areas, organizations, grids and teams: each is told at the commit of whatever changed them.
CREATE FUNCTION "tell_reference_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('reference_changed', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE TRIGGER "area_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "area"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
CREATE TRIGGER "organization_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "organization"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
CREATE TRIGGER "grid_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "grid"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
CREATE TRIGGER "grid_post_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "grid_post"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
CREATE TRIGGER "visit_team_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "visit_team"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
CREATE TRIGGER "visit_team_slot_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "visit_team_slot"
FOR EACH STATEMENT EXECUTE FUNCTION "tell_reference_changed"();
