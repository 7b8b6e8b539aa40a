import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { INQUIRY_CHANNELS, INQUIRY_OUTCOMES, INQUIRY_STATES } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { createdAt, id, instant, isSample } from './columns'
import { edition } from './edition'
import { organisation } from './organisation'
import { person } from './person'
import { product } from './product'

/** A buyer turned to a pesantren: opened a WhatsApp draft, or wrote in the form. */
export const inquiry = pgTable(
  'inquiry',
  {
    id: id(),
    editionId: uuid('edition_id').references(() => edition.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id),
    productId: uuid('product_id').references(() => product.id),
    personId: uuid('person_id').references(() => person.id, { onDelete: 'set null' }),
    channel: text('channel', { enum: INQUIRY_CHANNELS }).notNull(),
    state: text('state', { enum: INQUIRY_STATES }).notNull().default('new'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The path that the buyer wrote from. */
    page: text('page').notNull(),
    /** How many units the buyer asked about, where they said. */
    quantity: integer('quantity'),
    /** The form's fields; null for a WhatsApp draft, whose text stays on the buyer's phone. */
    message: text('message'),
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    contactPhoneE164: text('contact_phone_e164'),
    /** When the message and the contact were erased: the writer was deleted, or two years had gone by. */
    erasedAt: instant('erased_at'),
    isSample: isSample(),
    createdAt: createdAt(),
    answeredAt: instant('answered_at'),
    /** What the pesantren says came of it: promised, never a realised sale. Null: nothing said yet. */
    outcome: text('outcome', { enum: INQUIRY_OUTCOMES }),
    outcomeAt: instant('outcome_at'),
  },
  (t) => [
    index('inquiry_organisation_idx').on(t.organisationId, t.createdAt),
    index('inquiry_person_idx').on(t.personId).where(sql`${t.personId} is not null`),
    check('inquiry_channel_known', sql`${t.channel} in ('whatsapp','form')`),
    check('inquiry_quantity_positive', sql`${t.quantity} > 0`),
    check('inquiry_outcome_known', sql`${t.outcome} in ('interested','sample','order','nothing')`),
    check('inquiry_outcome_has_time', sql`(${t.outcome} is null) = (${t.outcomeAt} is null)`),
    check('inquiry_state_known', sql`${t.state} in ('new','answered','closed')`),
    check(
      'inquiry_form_can_be_answered',
      sql`${t.channel} <> 'form' or ${t.erasedAt} is not null or (${t.message} is not null and coalesce(${t.contactEmail}, ${t.contactPhoneE164}) is not null)`,
    ),
    check(
      'inquiry_erased_is_empty',
      sql`${t.erasedAt} is null or (${t.message} is null and ${t.contactName} is null and ${t.contactEmail} is null and ${t.contactPhoneE164} is null)`,
    ),
    check('inquiry_phone_is_e164', sql`${t.contactPhoneE164} ~ '^\\+[1-9][0-9]{6,14}$'`),
  ],
)
