CREATE TABLE "search_document" (
	"generation" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"booth_slug" text NOT NULL,
	"field" text,
	"regency_code" text,
	"certifications" text[] NOT NULL,
	"price_minor" bigint,
	"price_bucket" smallint,
	"free_capacity" integer,
	"has_exported" boolean NOT NULL,
	"updated_at" bigint NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"words" "tsvector" NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "search_document_generation_id_pk" PRIMARY KEY("generation","id"),
	CONSTRAINT "search_document_kind_known" CHECK ("search_document"."kind" in ('product','booth'))
);
--> statement-breakpoint
CREATE TABLE "search_generation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_generation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_generation_state_known" CHECK ("search_generation"."state" in ('building','live','retired'))
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"generation" integer NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"documents" integer NOT NULL,
	CONSTRAINT "search_word_generation_word_pk" PRIMARY KEY("generation","word")
);
--> statement-breakpoint
CREATE INDEX "search_document_words_idx" ON "search_document" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE UNIQUE INDEX "search_generation_one_live_key" ON "search_generation" USING btree ("state") WHERE "search_generation"."state" = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "search_generation_one_building_key" ON "search_generation" USING btree ("state") WHERE "search_generation"."state" = 'building';