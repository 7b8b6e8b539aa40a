import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { CERTIFICATE_KINDS, CERTIFICATE_STATES } from '~/domain/shared/enums'
import { createdAt, id, instant, isSample, updatedAt } from './columns'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'

/** A paper of an organisation, or of one of its products. 'verified' only by the organiser. */
export const certificate = pgTable(
  'certificate',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    productId: uuid('product_id').references(() => product.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: CERTIFICATE_KINDS }).notNull(),
    number: text('number'),
    state: text('state', { enum: CERTIFICATE_STATES }).notNull(),
    verifiedAt: instant('verified_at'),
    verifiedBy: uuid('verified_by').references(() => person.id, { onDelete: 'set null' }),
    /** SHA-256 of the pages as we made them anew, see integrations/storage; null: no file. */
    fileHash: text('file_hash'),
    filePages: integer('file_pages'),
    /** Key in the store of what was sent, until the worker has made it anew. */
    sentKey: text('sent_key'),
    /** Why what was sent was refused, see domain/photo/photo-problems.ts. */
    fileProblem: text('file_problem'),
    /** What the organiser found wrong with it. */
    objection: text('objection'),
    expiresOn: date('expires_on'),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('certificate_organisation_idx').on(t.organisationId),
    index('certificate_product_idx').on(t.productId),
    index('certificate_to_see_idx')
      .on(t.createdAt)
      .where(sql`${t.state} = 'declared' and ${t.fileHash} is not null`),
    check('certificate_kind_known', sql`${t.kind} in ('halal','pirt','bpom','nib','sni','gs1','lab')`),
    check('certificate_state_known', sql`${t.state} in ('applied','declared','verified')`),
    check(
      'certificate_file_whole',
      sql`(${t.fileHash} is null) = (${t.filePages} is null) and ${t.fileHash} ~ '^[0-9a-f]{64}$'`,
    ),
    check('certificate_verified_when', sql`(${t.state} = 'verified') = (${t.verifiedAt} is not null)`),
  ],
)
