-- levenshtein_less_equal for typos; a trusted extension, so the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- There is always exactly one live index, empty at first.
INSERT INTO "search_generation" ("state") VALUES ('live');
--> statement-breakpoint
-- What is only shown for one page of results stays out of the rows that every search reads.
ALTER TABLE "search_document" ALTER COLUMN "document" SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE "search_document" ALTER COLUMN "words" SET STORAGE MAIN;
--> statement-breakpoint
ALTER TABLE "search_document" SET (toast_tuple_target = 256);
