import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { MEMBERSHIP_ROLES } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { CHANNELS } from '~/domain/shared/message-enums'
import { createdAt, id, instant, isSample } from './columns'
import { organisation } from './organisation'
import { person } from './person'

/**
 * A link that lets somebody in to an organisation: the link alone doesn't, its receiver proves the address
 * that it was sent to.
 */
export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    role: text('role', { enum: MEMBERSHIP_ROLES }).notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    /** Erased when it is over. */
    address: text('address'),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** Of the link's token: the link is readable in its message alone. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: uuid('invited_by').references(() => person.id, { onDelete: 'set null' }),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => person.id, { onDelete: 'set null' }),
    revokedAt: instant('revoked_at'),
    isSample: isSample(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('invitation_token_key').on(t.tokenHash),
    index('invitation_organisation_idx').on(t.organisationId, t.createdAt),
    check('invitation_role_known', sql`${t.role} in ('owner','editor','member')`),
    check('invitation_channel_known', sql`${t.channel} in ('whatsapp','mail')`),
    check('invitation_one_end', sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
  ],
)
