CREATE TABLE "organisation_distinct" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"said_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_distinct_one_other_pk" PRIMARY KEY("one","other"),
	CONSTRAINT "organisation_distinct_order" CHECK ("organisation_distinct"."one" < "organisation_distinct"."other")
);
--> statement-breakpoint
ALTER TABLE "organisation_distinct" ADD CONSTRAINT "organisation_distinct_one_organisation_id_fk" FOREIGN KEY ("one") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_distinct" ADD CONSTRAINT "organisation_distinct_other_organisation_id_fk" FOREIGN KEY ("other") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_distinct" ADD CONSTRAINT "organisation_distinct_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;