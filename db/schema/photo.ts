import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { PHOTO_STATES } from '~/domain/shared/enums'
import { createdAt, id, instant, isSample, localizedText, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'

/** What of a photograph is shown: in ten-thousandths of its width and height. */
export interface PhotoCrop {
  x: number
  y: number
  width: number
  height: number
}

/**
 * A photograph of a booth (`productId` null) or of one of its products. It is never kept as it was sent: the worker
 * makes a master of it, without the camera's notes, and from that the sizes that pages use.
 */
export const photo = pgTable(
  'photo',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references((): AnyPgColumn => organisation.id),
    productId: uuid('product_id').references(() => product.id, { onDelete: 'cascade' }),
    /** Order in its gallery; the first one stands for the whole. */
    position: integer('position').notNull().default(0),
    state: text('state', { enum: PHOTO_STATES }).notNull().default('waiting'),
    /** Why it was refused, see domain/photo/photo-problems.ts. */
    problem: text('problem'),
    /** Key in the store of what was sent, until the worker has been at it. */
    sentKey: text('sent_key'),
    /** SHA-256 of the master. */
    masterHash: text('master_hash'),
    /** Names the sizes that pages use: SHA-256 of the master and the crop. */
    hash: text('hash'),
    /** In pixels, upright and cropped. */
    width: integer('width'),
    height: integer('height'),
    crop: jsonb('crop').$type<PhotoCrop>(),
    /** What is to be seen; null: nobody has said. */
    alt: localizedText('alt'),
    createdBy: uuid('created_by').references(() => person.id, { onDelete: 'set null' }),
    isSample: isSample(),
    version: integer('version').notNull().default(1),
    /** Taken out of its gallery: for a day it can be brought back, then it is swept. */
    removedAt: instant('removed_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('photo_organisation_idx').on(t.organisationId, t.productId, t.position),
    index('photo_product_idx').on(t.productId, t.position),
    index('photo_hash_idx').on(t.hash),
    index('photo_master_idx').on(t.masterHash),
    index('photo_removed_idx').on(t.removedAt).where(sql`${t.removedAt} is not null`),
    check('photo_state_known', sql`${t.state} in ('waiting','ready','refused')`),
    check(
      'photo_ready_is_whole',
      sql`${t.state} <> 'ready' or (${t.hash} is not null and ${t.masterHash} is not null and ${t.width} > 0 and ${t.height} > 0)`,
    ),
    check('photo_refused_says_why', sql`(${t.state} = 'refused') = (${t.problem} is not null)`),
    check('photo_hash_form', sql`${t.hash} ~ '^[0-9a-f]{64}$' and ${t.masterHash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** A file that is on its way to us in pieces; so that a broken line goes on where it broke. */
export const upload = pgTable(
  'upload',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['photo', 'certificate'] }).notNull(),
    /** The product, or the certificate; null: the booth. */
    subjectId: uuid('subject_id'),
    sizeBytes: integer('size_bytes').notNull(),
    /** What has become of it: the photo's id, once all of it is here. */
    photoId: uuid('photo_id'),
    finishedAt: instant('finished_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('upload_open_idx').on(t.createdAt).where(sql`${t.finishedAt} is null`),
    check('upload_purpose_known', sql`${t.purpose} in ('photo','certificate')`),
    check('upload_size', sql`${t.sizeBytes} > 0 and ${t.sizeBytes} <= 15728640`),
  ],
)
