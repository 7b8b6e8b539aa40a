ALTER TABLE "certificate" ADD COLUMN "sent_key" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "file_problem" text;