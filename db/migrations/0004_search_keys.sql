-- The index is derived data: `npm run search:reindex` fills it again.
DELETE FROM "search_document";--> statement-breakpoint
DELETE FROM "search_word";--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "booth_key" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "papers" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "search_document" DROP COLUMN "booth_slug";--> statement-breakpoint
ALTER TABLE "search_document" DROP COLUMN "certifications";