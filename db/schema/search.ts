import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { READINESS_LEVELS } from '~/domain/shared/readiness'
import { createdAt } from './columns'

/** Lexemes with positions and weights (A name, B booth, C place, D description), made by our own tokeniser. */
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** Words are compared by bytes, so that a first letter or a prefix is a range of the primary key. */
const bytewiseText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

/** A whole index. Searches read the 'live' one; a rebuild fills a 'building' one beside it and swaps. */
export const searchGeneration = pgTable(
  'search_generation',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    state: text('state', { enum: ['building', 'live', 'retired'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('search_generation_one_live_key').on(t.state).where(sql`${t.state} = 'live'`),
    uniqueIndex('search_generation_one_building_key').on(t.state).where(sql`${t.state} = 'building'`),
    check('search_generation_state_known', sql`${t.state} in ('building','live','retired')`),
  ],
)

/** What can be found, as PostgreSQL finds it; derived data that a rebuild makes anew. */
export const searchDocument = pgTable(
  'search_document',
  {
    generation: integer('generation').notNull(),
    id: text('id').notNull(),
    kind: text('kind', { enum: ['product', 'booth'] }).notNull(),
    /** A hash of the booth's slug: only told apart and counted. */
    boothKey: bigint('booth_key', { mode: 'bigint' }).notNull(),
    field: text('field'),
    regencyCode: text('regency_code'),
    /** Certifications as bits, in the order of CERTIFICATIONS: counted far faster than an array. */
    papers: smallint('papers').notNull(),
    priceMinor: bigint('price_minor', { mode: 'number' }),
    priceBucket: smallint('price_bucket'),
    freeCapacity: integer('free_capacity'),
    hasExported: boolean('has_exported').notNull(),
    readiness: text('readiness', { enum: READINESS_LEVELS }),
    /** Milliseconds since 1970. */
    updatedAt: bigint('updated_at', { mode: 'number' }).notNull(),
    /** Written by a change while its generation is being built: the rebuild's older reading must not replace it. */
    pinned: boolean('pinned').notNull().default(false),
    /** Removed while its generation is being built. */
    removed: boolean('removed').notNull().default(false),
    words: tsvector('words').notNull(),
    document: jsonb('document').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.generation, t.id] }),
    // Without a pending list: right after a rebuild searches would have to read it from end to end.
    index('search_document_words_idx').using('gin', t.words).with({ fastupdate: false }),
    check('search_document_kind_known', sql`${t.kind} in ('product','booth')`),
  ],
)

/** The vocabulary: words that occur, with the number of documents that have them. */
export const searchWord = pgTable(
  'search_word',
  {
    generation: integer('generation').notNull(),
    word: bytewiseText('word').notNull(),
    documents: integer('documents').notNull(),
  },
  (t) => [primaryKey({ columns: [t.generation, t.word] })],
)
