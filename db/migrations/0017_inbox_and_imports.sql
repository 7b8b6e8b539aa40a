CREATE TABLE "product_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inquiry" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "inquiry" ADD COLUMN "outcome_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "product_import" ADD CONSTRAINT "product_import_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_import_organisation_idx" ON "product_import" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "product_import_created_idx" ON "product_import" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_outcome_known" CHECK ("inquiry"."outcome" in ('interested','sample','order','nothing'));--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_outcome_has_time" CHECK (("inquiry"."outcome" is null) = ("inquiry"."outcome_at" is null));