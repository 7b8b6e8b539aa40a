CREATE TABLE "dispute_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"dispute_id" text NOT NULL,
	"text" text NOT NULL,
	"picture_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_evidence_text" CHECK (length("dispute_evidence"."text") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "dispute_evidence" ADD CONSTRAINT "dispute_evidence_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_evidence_order_idx" ON "dispute_evidence" USING btree ("order_id","created_at");