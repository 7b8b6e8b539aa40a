CREATE TABLE "pavilion_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pavilion_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"edition_id" uuid NOT NULL,
	"pavilion_number" integer NOT NULL,
	"changed_by" uuid,
	"motif" text NOT NULL,
	"roof" text NOT NULL,
	"colour" text NOT NULL,
	"accent" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pavilion_change_colours" CHECK ("pavilion_change"."colour" ~ '^#[0-9a-f]{6}$' and "pavilion_change"."accent" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "pavilion_change" ADD CONSTRAINT "pavilion_change_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pavilion_change" ADD CONSTRAINT "pavilion_change_pavilion_fk" FOREIGN KEY ("edition_id","pavilion_number") REFERENCES "public"."pavilion"("edition_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pavilion_change_pavilion_idx" ON "pavilion_change" USING btree ("edition_id","pavilion_number","id");