CREATE TABLE "booth_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booth_event_known" CHECK ("booth_event"."kind" in ('handed-in','taken-back','published','asked-back'))
);
--> statement-breakpoint
CREATE TABLE "booth_profile" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"name_english" text,
	"sign_latin" text,
	"sign_arabic" text,
	"motif" text,
	"colour" text,
	"accent" text,
	"address" text,
	"opening_hours" jsonb,
	"video_url" text,
	"whatsapp_proven_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booth_profile_colour_form" CHECK ("booth_profile"."colour" ~ '^#[0-9a-f]{6}$' and "booth_profile"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "booth_profile_video_https" CHECK ("booth_profile"."video_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"problem" text,
	"sent_key" text,
	"master_hash" text,
	"hash" text,
	"width" integer,
	"height" integer,
	"crop" jsonb,
	"alt" jsonb,
	"created_by" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photo_state_known" CHECK ("photo"."state" in ('waiting','ready','refused')),
	CONSTRAINT "photo_ready_is_whole" CHECK ("photo"."state" <> 'ready' or ("photo"."hash" is not null and "photo"."master_hash" is not null and "photo"."width" > 0 and "photo"."height" > 0)),
	CONSTRAINT "photo_refused_says_why" CHECK (("photo"."state" = 'refused') = ("photo"."problem" is not null)),
	CONSTRAINT "photo_hash_form" CHECK ("photo"."hash" ~ '^[0-9a-f]{64}$' and "photo"."master_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"purpose" text NOT NULL,
	"subject_id" uuid,
	"size_bytes" integer NOT NULL,
	"photo_id" uuid,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_purpose_known" CHECK ("upload"."purpose" in ('photo','certificate')),
	CONSTRAINT "upload_size" CHECK ("upload"."size_bytes" > 0 and "upload"."size_bytes" <= 15728640)
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"person_id" uuid,
	"fields" jsonb NOT NULL,
	"changed" text[] DEFAULT '{}' NOT NULL,
	"restored_version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_subject_known" CHECK ("revision"."subject" in ('booth','product')),
	CONSTRAINT "revision_action_known" CHECK ("revision"."action" in ('before','made','changed','restored','imported','priced','state','copied')),
	CONSTRAINT "revision_restored_is_said" CHECK (("revision"."action" = 'restored') = ("revision"."restored_version" is not null))
);
--> statement-breakpoint
CREATE TABLE "visit_day" (
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"product_id" uuid,
	"count" integer NOT NULL,
	CONSTRAINT "visit_day_once_key" UNIQUE NULLS NOT DISTINCT("organisation_id","day","kind","product_id"),
	CONSTRAINT "visit_day_kind_known" CHECK ("visit_day"."kind" in ('booth','hall','product')),
	CONSTRAINT "visit_day_product_named" CHECK (("visit_day"."kind" = 'product') = ("visit_day"."product_id" is not null)),
	CONSTRAINT "visit_day_positive" CHECK ("visit_day"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "verified_by" uuid;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "file_hash" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "file_pages" integer;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "objection" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "booth_state" text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "booth_event" ADD CONSTRAINT "booth_event_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_event" ADD CONSTRAINT "booth_event_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_profile" ADD CONSTRAINT "booth_profile_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_day" ADD CONSTRAINT "visit_day_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_day" ADD CONSTRAINT "visit_day_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booth_event_organisation_idx" ON "booth_event" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "photo_organisation_idx" ON "photo" USING btree ("organisation_id","product_id","position");--> statement-breakpoint
CREATE INDEX "photo_product_idx" ON "photo" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "photo_hash_idx" ON "photo" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "photo_master_idx" ON "photo" USING btree ("master_hash");--> statement-breakpoint
CREATE INDEX "upload_open_idx" ON "upload" USING btree ("created_at") WHERE "upload"."finished_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "revision_once_key" ON "revision" USING btree ("subject","subject_id","version");--> statement-breakpoint
CREATE INDEX "revision_organisation_idx" ON "revision" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "visit_day_product_idx" ON "visit_day" USING btree ("product_id");--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_verified_by_person_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_to_see_idx" ON "certificate" USING btree ("created_at") WHERE "certificate"."state" = 'declared' and "certificate"."file_hash" is not null;--> statement-breakpoint
CREATE INDEX "organisation_booth_state_idx" ON "organisation" USING btree ("booth_state","updated_at") WHERE "organisation"."booth_state" <> 'published';--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_file_whole" CHECK (("certificate"."file_hash" is null) = ("certificate"."file_pages" is null) and "certificate"."file_hash" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_booth_state_known" CHECK ("organisation"."booth_state" in ('making','handed-in','asked-back','published'));