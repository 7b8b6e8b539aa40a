CREATE TABLE "certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid,
	"kind" text NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"verified_at" timestamp with time zone,
	"expires_on" date,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certificate_kind_known" CHECK ("certificate"."kind" in ('halal','pirt','bpom','nib','sni','gs1','lab')),
	CONSTRAINT "certificate_state_known" CHECK ("certificate"."state" in ('applied','declared','verified')),
	CONSTRAINT "certificate_verified_when" CHECK (("certificate"."state" = 'verified') = ("certificate"."verified_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"province_code" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"is_open" boolean DEFAULT false NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_ends_after_start" CHECK ("edition"."ends_on" >= "edition"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "inquiry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid,
	"person_id" uuid,
	"channel" text NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"locale" text NOT NULL,
	"page" text NOT NULL,
	"message" text,
	"contact_name" text,
	"contact_email" text,
	"contact_phone_e164" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "inquiry_channel_known" CHECK ("inquiry"."channel" in ('whatsapp','form')),
	CONSTRAINT "inquiry_state_known" CHECK ("inquiry"."state" in ('new','answered','closed')),
	CONSTRAINT "inquiry_form_can_be_answered" CHECK ("inquiry"."channel" <> 'form' or ("inquiry"."message" is not null and coalesce("inquiry"."contact_email", "inquiry"."contact_phone_e164") is not null)),
	CONSTRAINT "inquiry_phone_is_e164" CHECK ("inquiry"."contact_phone_e164" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_person_id_organisation_id_pk" PRIMARY KEY("person_id","organisation_id"),
	CONSTRAINT "membership_role_known" CHECK ("membership"."role" in ('owner','editor','member'))
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_arabic" text,
	"regency_code" text,
	"district_code" text,
	"field" text,
	"story" jsonb,
	"reported_products" text,
	"reported_capacity" text,
	"reported_sources" jsonb,
	"spoken_languages" text[],
	"has_exported" boolean,
	"whatsapp_e164" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_kind_known" CHECK ("organisation"."kind" in ('pesantren','offtaker','buyer','organiser')),
	CONSTRAINT "organisation_phone_is_e164" CHECK ("organisation"."whatsapp_e164" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "organisation_sample_has_no_phone" CHECK (not ("organisation"."is_sample" and "organisation"."whatsapp_e164" is not null)),
	CONSTRAINT "organisation_slug_form" CHECK ("organisation"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload_version" integer NOT NULL,
	"payload" jsonb NOT NULL,
	"dedupe_key" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "outbox_state_known" CHECK ("outbox"."state" in ('pending','delivered','unknown','dead'))
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"pavilion_number" integer,
	"slot" integer,
	"award" text,
	"award_year" integer,
	"award_source" text,
	"closed_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participation_slot_in_pavilion" CHECK (("participation"."slot" is null) = ("participation"."pavilion_number" is null) and "participation"."slot" >= 0),
	CONSTRAINT "participation_award_has_source" CHECK ("participation"."award" is null or "participation"."award_source" is not null)
);
--> statement-breakpoint
CREATE TABLE "pavilion" (
	"edition_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"regency_code" text NOT NULL,
	"slot_count" integer NOT NULL,
	"motif" text NOT NULL,
	"roof" text NOT NULL,
	"colour" text NOT NULL,
	"accent" text NOT NULL,
	CONSTRAINT "pavilion_edition_id_number_pk" PRIMARY KEY("edition_id","number"),
	CONSTRAINT "pavilion_number_positive" CHECK ("pavilion"."number" > 0),
	CONSTRAINT "pavilion_slot_count_positive" CHECK ("pavilion"."slot_count" > 0),
	CONSTRAINT "pavilion_colours" CHECK ("pavilion"."colour" ~ '^#[0-9a-f]{6}$' and "pavilion"."accent" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone_e164" text,
	"locale" text DEFAULT 'id' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_phone_is_e164" CHECK ("person"."phone_e164" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "person_locale_known" CHECK ("person"."locale" in ('id','en','ar'))
);
--> statement-breakpoint
CREATE TABLE "price_tier" (
	"product_id" uuid NOT NULL,
	"minimum_quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"currency" text DEFAULT 'IDR' NOT NULL,
	CONSTRAINT "price_tier_product_id_minimum_quantity_pk" PRIMARY KEY("product_id","minimum_quantity"),
	CONSTRAINT "price_tier_positive" CHECK ("price_tier"."minimum_quantity" > 0 and "price_tier"."unit_price_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb,
	"field" text NOT NULL,
	"kind" text NOT NULL,
	"drawing" text NOT NULL,
	"unit" text NOT NULL,
	"net_content" double precision,
	"net_content_unit" text,
	"minimum_order" integer,
	"order_multiple" integer,
	"lead_time_days" integer,
	"made_to_order" boolean,
	"monthly_capacity" integer,
	"promised_capacity" integer DEFAULT 0 NOT NULL,
	"stock" integer,
	"hs_code" text,
	"shelf_life_days" integer,
	"storage" jsonb,
	"units_per_carton" integer,
	"carton_kg" double precision,
	"carton_cm" integer[],
	"incoterm" text,
	"incoterm_place" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_slug_form" CHECK ("product"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "product_state_known" CHECK ("product"."state" in ('draft','published','hidden','archived')),
	CONSTRAINT "product_minimum_positive" CHECK ("product"."minimum_order" > 0 and "product"."order_multiple" > 0),
	CONSTRAINT "product_lead_time" CHECK ("product"."lead_time_days" >= 0),
	CONSTRAINT "product_capacity" CHECK ("product"."promised_capacity" >= 0 and "product"."promised_capacity" <= coalesce("product"."monthly_capacity", 0)),
	CONSTRAINT "product_hs_code" CHECK ("product"."hs_code" ~ '^[0-9]{6}([0-9]{2})?$'),
	CONSTRAINT "product_incoterm_has_place" CHECK (("product"."incoterm" is null) = ("product"."incoterm_place" is null)),
	CONSTRAINT "product_carton_three_sides" CHECK (cardinality("product"."carton_cm") = 3)
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "district" (
	"code" text PRIMARY KEY NOT NULL,
	"regency_code" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "province" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regency" (
	"code" text PRIMARY KEY NOT NULL,
	"province_code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "regency_kind_known" CHECK ("regency"."kind" in ('kabupaten','kota'))
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_province_code_province_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."province"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_regency_code_regency_code_fk" FOREIGN KEY ("regency_code") REFERENCES "public"."regency"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_pavilion_fk" FOREIGN KEY ("edition_id","pavilion_number") REFERENCES "public"."pavilion"("edition_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pavilion" ADD CONSTRAINT "pavilion_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pavilion" ADD CONSTRAINT "pavilion_regency_code_regency_code_fk" FOREIGN KEY ("regency_code") REFERENCES "public"."regency"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tier" ADD CONSTRAINT "price_tier_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district" ADD CONSTRAINT "district_regency_code_regency_code_fk" FOREIGN KEY ("regency_code") REFERENCES "public"."regency"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regency" ADD CONSTRAINT "regency_province_code_province_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."province"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_organisation_idx" ON "certificate" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "certificate_product_idx" ON "certificate" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_slug_key" ON "edition" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_one_open_key" ON "edition" USING btree ("province_code") WHERE "edition"."is_open";--> statement-breakpoint
CREATE INDEX "inquiry_organisation_idx" ON "inquiry" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "membership_organisation_idx" ON "membership" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "organisation_regency_idx" ON "organisation" USING btree ("regency_code");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe_key" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_unsettled_idx" ON "outbox" USING btree ("created_at") WHERE "outbox"."state" <> 'delivered';--> statement-breakpoint
CREATE UNIQUE INDEX "participation_once_key" ON "participation" USING btree ("edition_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participation_slot_key" ON "participation" USING btree ("edition_id","pavilion_number","slot");--> statement-breakpoint
CREATE INDEX "participation_organisation_idx" ON "participation" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pavilion_regency_key" ON "pavilion" USING btree ("edition_id","regency_code");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_key" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "person_phone_key" ON "person" USING btree ("phone_e164");--> statement-breakpoint
CREATE UNIQUE INDEX "product_slug_key" ON "product" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "product_organisation_idx" ON "product" USING btree ("organisation_id","position");--> statement-breakpoint
CREATE INDEX "rate_limit_window_idx" ON "rate_limit" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "district_regency_idx" ON "district" USING btree ("regency_code");--> statement-breakpoint
CREATE INDEX "regency_province_idx" ON "regency" USING btree ("province_code");