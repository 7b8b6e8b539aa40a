ALTER TABLE "search_document" ADD COLUMN "readiness" text;--> statement-breakpoint
-- Derived data: the start that follows finds the index empty and makes it anew, with the column.
DELETE FROM "search_document";--> statement-breakpoint
DELETE FROM "search_word";
