DROP INDEX "revision_once_key";--> statement-breakpoint
CREATE INDEX "revision_subject_idx" ON "revision" USING btree ("subject","subject_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_once_key" ON "revision" USING btree ("subject","subject_id","version") WHERE "revision"."action" <> 'state';