CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text_version" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_kind_known" CHECK ("consent"."kind" in ('privacy','whatsapp')),
	CONSTRAINT "consent_order" CHECK ("consent"."withdrawn_at" >= "consent"."granted_at")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"locale" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_role_known" CHECK ("invitation"."role" in ('owner','editor','member')),
	CONSTRAINT "invitation_channel_known" CHECK ("invitation"."channel" in ('whatsapp','mail')),
	CONSTRAINT "invitation_one_end" CHECK ("invitation"."accepted_at" is null or "invitation"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "joining" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"kind" text,
	"fields" jsonb DEFAULT '{}' NOT NULL,
	"claimed_id" uuid,
	"handed_in_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joining_kind_known" CHECK ("joining"."kind" in ('pesantren','offtaker','buyer'))
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"variables" jsonb NOT NULL,
	"locale" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"about_kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"is_address_fixed" boolean DEFAULT false NOT NULL,
	"channel" text,
	"address" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"priority" smallint DEFAULT 5 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fell_back_from" text,
	"failure" text,
	"dedupe_key" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempted_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_state_known" CHECK ("message"."state" in ('waiting','sending','sent','delivered','read','unknown','kept','demonstration','dead','void')),
	CONSTRAINT "message_channel_known" CHECK ("message"."channel" in ('whatsapp','mail')),
	CONSTRAINT "message_fixed_has_address" CHECK (not "message"."is_address_fixed" or "message"."channel" is not null),
	CONSTRAINT "message_sample_stays" CHECK (not "message"."is_sample" or "message"."state" not in ('sending','sent','delivered','read','unknown'))
);
--> statement-breakpoint
CREATE TABLE "message_attempt" (
	"message_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"channel" text NOT NULL,
	"address_key" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"failure" text,
	"service_code" text,
	"service_id" text,
	CONSTRAINT "message_attempt_message_id_number_pk" PRIMARY KEY("message_id","number")
);
--> statement-breakpoint
CREATE TABLE "whatsapp_received" (
	"id" text PRIMARY KEY NOT NULL,
	"from_e164" text,
	"user_id" text,
	"kind" text NOT NULL,
	"content" text,
	"answers_service_id" text,
	"happened_at" timestamp with time zone NOT NULL,
	"result" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "whatsapp_status" (
	"service_id" text NOT NULL,
	"status" text NOT NULL,
	"callback_data" text,
	"error_code" integer,
	"happened_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "whatsapp_status_service_id_status_pk" PRIMARY KEY("service_id","status"),
	CONSTRAINT "whatsapp_status_known" CHECK ("whatsapp_status"."status" in ('sent','delivered','read','failed'))
);
--> statement-breakpoint
CREATE TABLE "one_time_code" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"code_hash" text NOT NULL,
	"person_id" uuid,
	"subject_id" uuid,
	"locale" text NOT NULL,
	"consents" jsonb DEFAULT '[]' NOT NULL,
	"wrong_tries" smallint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_code_purpose_known" CHECK ("one_time_code"."purpose" in ('enter','reset','change-address','invitation','delete')),
	CONSTRAINT "one_time_code_channel_known" CHECK ("one_time_code"."channel" in ('whatsapp','mail')),
	CONSTRAINT "one_time_code_tries" CHECK ("one_time_code"."wrong_tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "organisation_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"note" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_claim_state_known" CHECK ("organisation_claim"."state" in ('pending','approved','rejected','withdrawn')),
	CONSTRAINT "organisation_claim_reason" CHECK ("organisation_claim"."state" <> 'rejected' or "organisation_claim"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "verification_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verification_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verification_event_kind_known" CHECK ("verification_event"."kind" in ('submitted','asked-back','answered','approved','rejected','merged','claimed','claim-approved','claim-rejected','closed')),
	CONSTRAINT "verification_event_has_text" CHECK ("verification_event"."kind" not in ('asked-back','answered','rejected','claim-rejected') or "verification_event"."text" is not null)
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "verification" text DEFAULT 'verified' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "verification_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "country_code" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "phone_verified" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "preferred_channel" text DEFAULT 'whatsapp' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_person_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joining" ADD CONSTRAINT "joining_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joining" ADD CONSTRAINT "joining_claimed_id_organisation_id_fk" FOREIGN KEY ("claimed_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attempt" ADD CONSTRAINT "message_attempt_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_claim" ADD CONSTRAINT "organisation_claim_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_claim" ADD CONSTRAINT "organisation_claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_claim" ADD CONSTRAINT "organisation_claim_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_event" ADD CONSTRAINT "verification_event_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_event" ADD CONSTRAINT "verification_event_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_person_idx" ON "consent" USING btree ("person_id","kind","granted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token_key" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_organisation_idx" ON "invitation" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_dedupe_key" ON "message" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "message_due_idx" ON "message" USING btree ("priority","not_before") WHERE "message"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "message_open_idx" ON "message" USING btree ("attempted_at") WHERE "message"."state" in ('sending','unknown');--> statement-breakpoint
CREATE INDEX "message_about_idx" ON "message" USING btree ("about_kind","about_id","created_at");--> statement-breakpoint
CREATE INDEX "message_state_idx" ON "message" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "message_person_idx" ON "message" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_attempt_service_key" ON "message_attempt" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "message_attempt_pace_idx" ON "message_attempt" USING btree ("channel","started_at");--> statement-breakpoint
CREATE INDEX "message_attempt_address_idx" ON "message_attempt" USING btree ("channel","address_key","started_at");--> statement-breakpoint
CREATE INDEX "whatsapp_received_from_idx" ON "whatsapp_received" USING btree ("from_e164","happened_at");--> statement-breakpoint
CREATE INDEX "whatsapp_status_created_idx" ON "whatsapp_status" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "one_time_code_expires_idx" ON "one_time_code" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "one_time_code_address_idx" ON "one_time_code" USING btree ("channel","address","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_claim_pending_key" ON "organisation_claim" USING btree ("organisation_id","person_id") WHERE "organisation_claim"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "organisation_claim_state_idx" ON "organisation_claim" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "verification_event_organisation_idx" ON "verification_event" USING btree ("organisation_id","id");--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_organisation_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_verification_idx" ON "organisation" USING btree ("verification","verification_at") WHERE "organisation"."verification" <> 'verified';--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_verification_known" CHECK ("organisation"."verification" in ('joining','pending','asked-back','verified','rejected','closed'));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_is_closed" CHECK ("organisation"."merged_into" is null or "organisation"."verification" = 'closed');--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_country_form" CHECK ("organisation"."country_code" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_channel_known" CHECK ("person"."preferred_channel" in ('whatsapp','mail'));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_deleted_is_empty" CHECK ("person"."deleted_at" is null or ("person"."name" = '' and "person"."email" is null and "person"."phone_e164" is null and "person"."image" is null));