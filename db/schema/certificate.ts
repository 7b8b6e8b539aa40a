import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { CERTIFICATE_KINDS, CERTIFICATE_STATES } from '~/domain/shared/enums'
import { createdAt, id, instant, isSample, updatedAt } from './columns'
import { organisation } from './organisation'
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
    expiresOn: date('expires_on'),
    isSample: isSample(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('certificate_organisation_idx').on(t.organisationId),
    index('certificate_product_idx').on(t.productId),
    check('certificate_kind_known', sql`${t.kind} in ('halal','pirt','bpom','nib','sni','gs1','lab')`),
    check('certificate_state_known', sql`${t.state} in ('applied','declared','verified')`),
    check('certificate_verified_when', sql`(${t.state} = 'verified') = (${t.verifiedAt} is not null)`),
  ],
)
