-- Ranges beside equality in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "open_time" ADD CONSTRAINT "open_time_no_overlap"
  EXCLUDE USING gist ("organisation_id" WITH =, "weekday" WITH =, int4range("from_minute"::int, "to_minute"::int) WITH &&);
--> statement-breakpoint
ALTER TABLE "open_time_exception" ADD CONSTRAINT "open_time_exception_no_overlap"
  EXCLUDE USING gist ("organisation_id" WITH =, "day" WITH =, int4range(coalesce("from_minute", 0)::int, coalesce("to_minute", 1440)::int) WITH &&);
--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_place_free"
  EXCLUDE USING gist ("place_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&)
  WHERE ("occupies" AND "place_id" IS NOT NULL);
--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_has_seat" CHECK (NOT "occupies" OR "seat" IS NOT NULL);
--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_seat_free"
  EXCLUDE USING gist ("organisation_id" WITH =, "seat" WITH =, tstzrange("starts_at", "ends_at") WITH &&)
  WHERE ("occupies");
--> statement-breakpoint
-- At the end of the transaction a meeting has a host and a guest, all sample or all real, as it says itself.
CREATE FUNCTION "meeting_check_parties"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  -- A participant names its meeting; a meeting is one.
  checked uuid := coalesce(changed ->> 'meeting_id', changed ->> 'id')::uuid;
BEGIN
  IF EXISTS (
    SELECT FROM meeting m WHERE m.id = checked AND NOT (
      EXISTS (SELECT FROM meeting_participant p WHERE p.meeting_id = m.id AND p.side = 'host')
      AND EXISTS (SELECT FROM meeting_participant p WHERE p.meeting_id = m.id AND p.side = 'guest')
      AND NOT EXISTS (
        SELECT FROM meeting_participant p JOIN organisation o ON o.id = p.organisation_id
        WHERE p.meeting_id = m.id AND o.is_sample <> m.is_sample)))
  THEN
    RAISE EXCEPTION 'meeting % lacks a host or a guest, or mixes sample and real', checked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_has_parties';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "meeting_has_parties" AFTER INSERT OR UPDATE OF is_sample ON "meeting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "meeting_check_parties"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "meeting_participant_keeps_parties" AFTER INSERT OR DELETE ON "meeting_participant"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "meeting_check_parties"();
--> statement-breakpoint
-- The audit trail: nothing in it changes, but that a person's name may be forgotten; it goes only with its meeting.
CREATE FUNCTION "meeting_event_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL AND to_jsonb(NEW) - 'person_id' = to_jsonb(OLD) - 'person_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'meeting events are never changed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "meeting_event_stays" BEFORE UPDATE OR DELETE ON "meeting_event"
  FOR EACH ROW EXECUTE FUNCTION "meeting_event_stays"();
