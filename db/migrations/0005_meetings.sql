CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_setting" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text DEFAULT 'Asia/Jakarta' NOT NULL,
	"meeting_minutes" smallint DEFAULT 20 NOT NULL,
	"gap_minutes" smallint DEFAULT 5 NOT NULL,
	"notice_hours" smallint DEFAULT 24 NOT NULL,
	"horizon_days" smallint DEFAULT 42 NOT NULL,
	"keeps_prayer_times" boolean DEFAULT true NOT NULL,
	"keeps_public_holidays" boolean DEFAULT true NOT NULL,
	"way" text DEFAULT 'whatsapp' NOT NULL,
	"instant_since" timestamp with time zone,
	"instant_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_setting_lengths" CHECK ("meeting_setting"."meeting_minutes" between 10 and 120 and "meeting_setting"."gap_minutes" between 0 and 60),
	CONSTRAINT "meeting_setting_reach" CHECK ("meeting_setting"."notice_hours" between 0 and 336 and "meeting_setting"."horizon_days" between 1 and 180),
	CONSTRAINT "meeting_setting_way_known" CHECK ("meeting_setting"."way" in ('whatsapp','room','table'))
);
--> statement-breakpoint
CREATE TABLE "open_time" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"from_minute" smallint NOT NULL,
	"to_minute" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "open_time_weekday" CHECK ("open_time"."weekday" between 1 and 7),
	CONSTRAINT "open_time_order" CHECK (0 <= "open_time"."from_minute" and "open_time"."from_minute" < "open_time"."to_minute" and "open_time"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "open_time_exception" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"from_minute" smallint,
	"to_minute" smallint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "open_time_exception_kind_known" CHECK ("open_time_exception"."kind" in ('closed','open')),
	CONSTRAINT "open_time_exception_minutes" CHECK (("open_time_exception"."from_minute" is null and "open_time_exception"."to_minute" is null and "open_time_exception"."kind" = 'closed')
        or ("open_time_exception"."from_minute" is not null and "open_time_exception"."to_minute" is not null and 0 <= "open_time_exception"."from_minute" and "open_time_exception"."from_minute" < "open_time_exception"."to_minute" and "open_time_exception"."to_minute" <= 1440))
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"organisation_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seat_organisation_id_number_pk" PRIMARY KEY("organisation_id","number"),
	CONSTRAINT "seat_number_small" CHECK ("seat"."number" between 1 and 9)
);
--> statement-breakpoint
CREATE TABLE "meeting_outcome" (
	"meeting_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"promised_minor" bigint,
	"currency" text DEFAULT 'IDR' NOT NULL,
	"next_step" text,
	"next_step_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_outcome_meeting_id_organisation_id_pk" PRIMARY KEY("meeting_id","organisation_id"),
	CONSTRAINT "meeting_outcome_kind_known" CHECK ("meeting_outcome"."kind" in ('interested','sample','mou','order','nothing','not-held')),
	CONSTRAINT "meeting_outcome_order_has_value" CHECK ("meeting_outcome"."kind" <> 'order' or "meeting_outcome"."promised_minor" is not null),
	CONSTRAINT "meeting_outcome_value_only_promised" CHECK ("meeting_outcome"."promised_minor" is null or "meeting_outcome"."kind" in ('order','mou')),
	CONSTRAINT "meeting_outcome_value_positive" CHECK ("meeting_outcome"."promised_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid,
	"need_id" uuid,
	"product_id" uuid,
	"state" text NOT NULL,
	"occupies" boolean NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"way" text NOT NULL,
	"place_id" uuid,
	"language" text NOT NULL,
	"agenda" jsonb NOT NULL,
	"is_instant" boolean NOT NULL,
	"expires_at" timestamp with time zone,
	"proposed_starts_at" timestamp with time zone,
	"proposed_ends_at" timestamp with time zone,
	"proposed_by" uuid,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"end_reason" text,
	"ended_by" uuid,
	"dedupe_key" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_time_key" UNIQUE("id","starts_at","ends_at","occupies"),
	CONSTRAINT "meeting_state_known" CHECK ("meeting"."state" in ('requested','booked','declined','withdrawn','expired','cancelled','held')),
	CONSTRAINT "meeting_occupies_when" CHECK ("meeting"."occupies" = ("meeting"."state" in ('booked','held'))),
	CONSTRAINT "meeting_time_order" CHECK ("meeting"."starts_at" < "meeting"."ends_at" and "meeting"."ends_at" <= "meeting"."starts_at" + interval '4 hours'),
	CONSTRAINT "meeting_way_known" CHECK ("meeting"."way" in ('whatsapp','room','table')),
	CONSTRAINT "meeting_place_when" CHECK ("meeting"."place_id" is null or "meeting"."way" in ('room','table')),
	CONSTRAINT "meeting_request_expires" CHECK ("meeting"."state" <> 'requested' or "meeting"."expires_at" is not null),
	CONSTRAINT "meeting_proposal_whole" CHECK (("meeting"."proposed_starts_at" is null) = ("meeting"."proposed_ends_at" is null) and ("meeting"."proposed_starts_at" is null) = ("meeting"."proposed_by" is null) and "meeting"."proposed_starts_at" < "meeting"."proposed_ends_at"),
	CONSTRAINT "meeting_proposal_while_open" CHECK ("meeting"."proposed_starts_at" is null or "meeting"."state" in ('requested','booked')),
	CONSTRAINT "meeting_end_has_reason" CHECK ("meeting"."state" not in ('declined','cancelled') or ("meeting"."end_reason" is not null and "meeting"."ended_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"reason" text,
	"starts_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_event_kind_known" CHECK ("meeting_event"."kind" in ('requested','booked','accepted','declined','withdrawn','expired','move-proposed','move-declined','moved','cancelled','outcome-told'))
);
--> statement-breakpoint
CREATE TABLE "meeting_participant" (
	"meeting_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid,
	"seat" smallint,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"occupies" boolean NOT NULL,
	CONSTRAINT "meeting_participant_meeting_id_organisation_id_pk" PRIMARY KEY("meeting_id","organisation_id"),
	CONSTRAINT "meeting_participant_side_known" CHECK ("meeting_participant"."side" in ('host','guest'))
);
--> statement-breakpoint
CREATE TABLE "meeting_place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"link" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_place_kind_known" CHECK ("meeting_place"."kind" in ('room','table')),
	CONSTRAINT "meeting_place_link_form" CHECK ("meeting_place"."link" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"field" text NOT NULL,
	"product_words" text NOT NULL,
	"locale" text NOT NULL,
	"monthly_volume" integer NOT NULL,
	"unit" text NOT NULL,
	"target_price_minor" bigint,
	"currency" text DEFAULT 'IDR' NOT NULL,
	"required_papers" text[] DEFAULT '{}' NOT NULL,
	"destination_country" text DEFAULT 'ID' NOT NULL,
	"destination_regency" text,
	"destination_place" text,
	"language" text NOT NULL,
	"needed_by" date,
	"note" text,
	"about_organisation_id" uuid,
	"about_product_id" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "need_state_known" CHECK ("need"."state" in ('open','closed')),
	CONSTRAINT "need_closed_when" CHECK (("need"."state" = 'closed') = ("need"."closed_at" is not null)),
	CONSTRAINT "need_volume_positive" CHECK ("need"."monthly_volume" > 0),
	CONSTRAINT "need_price_positive" CHECK ("need"."target_price_minor" > 0),
	CONSTRAINT "need_country_form" CHECK ("need"."destination_country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "need_regency_in_indonesia" CHECK ("need"."destination_regency" is null or "need"."destination_country" = 'ID'),
	CONSTRAINT "need_papers_known" CHECK ("need"."required_papers" <@ array['halal-verified','halal','pirt-bpom','nib','sni'])
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"organisation_id" uuid,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "email_verified" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "image" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_setting" ADD CONSTRAINT "meeting_setting_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_setting" ADD CONSTRAINT "meeting_setting_instant_by_person_id_fk" FOREIGN KEY ("instant_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_time" ADD CONSTRAINT "open_time_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_time_exception" ADD CONSTRAINT "open_time_exception_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_outcome" ADD CONSTRAINT "meeting_outcome_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_place_id_meeting_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."meeting_place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_proposed_by_organisation_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_ended_by_organisation_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_meeting_fk" FOREIGN KEY ("meeting_id","starts_at","ends_at","occupies") REFERENCES "public"."meeting"("id","starts_at","ends_at","occupies") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_seat_fk" FOREIGN KEY ("organisation_id","seat") REFERENCES "public"."seat"("organisation_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_place" ADD CONSTRAINT "meeting_place_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_destination_regency_regency_code_fk" FOREIGN KEY ("destination_regency") REFERENCES "public"."regency"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_about_organisation_id_organisation_id_fk" FOREIGN KEY ("about_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_about_product_id_product_id_fk" FOREIGN KEY ("about_product_id") REFERENCES "public"."product"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_provider_key" ON "account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_person_key" ON "account" USING btree ("person_id","provider_id");--> statement-breakpoint
CREATE INDEX "open_time_organisation_idx" ON "open_time" USING btree ("organisation_id","weekday");--> statement-breakpoint
CREATE INDEX "open_time_exception_day_idx" ON "open_time_exception" USING btree ("organisation_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_dedupe_key" ON "meeting" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "meeting_need_idx" ON "meeting" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "meeting_expires_idx" ON "meeting" USING btree ("expires_at") WHERE "meeting"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "meeting_event_meeting_idx" ON "meeting_event" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "meeting_participant_organisation_idx" ON "meeting_participant" USING btree ("organisation_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_place_number_key" ON "meeting_place" USING btree ("edition_id","kind","number");--> statement-breakpoint
CREATE INDEX "need_organisation_idx" ON "need" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token_key" ON "session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "session_person_idx" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_expires_idx" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "verification_identifier_idx" ON "verification" USING btree ("identifier");