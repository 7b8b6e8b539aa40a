ALTER TABLE "inquiry" ADD COLUMN "quantity" integer;--> statement-breakpoint
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_quantity_positive" CHECK ("inquiry"."quantity" > 0);