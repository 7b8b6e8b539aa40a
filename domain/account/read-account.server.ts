import { and, desc, eq, gt } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { consent } from '~/db/schema/consent'
import { session } from '~/db/schema/session'
import type { ConsentKind } from '../shared/account-enums'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { maskAddress } from './address'
import { ownPerson } from './own-person.server'

const MOST_CONSENTS = 20
const MOST_SESSIONS = 50

export interface OwnAddress {
  /** An e-mail as it is; a phone number with all but its ends hidden: no page has one. */
  shown: string
  isProven: boolean
}

export interface AccountView {
  name: string
  locale: Locale
  /** IANA name; null: not said. */
  timeZone: string | null
  preferredChannel: Channel
  isSample: boolean
  /** A sample account that everybody may use: nothing of it can be changed. */
  isShared: boolean
  addresses: Record<Channel, OwnAddress | null>
  hasPassword: boolean
  /** Messages may go to WhatsApp now. */
  isWhatsappOn: boolean
  /** The newest first. */
  consents: {
    id: string
    kind: ConsentKind
    text: string
    locale: Locale
    grantedAt: Date
    withdrawnAt: Date | null
  }[]
  /** The newest first; of a shared account only the reader's own. */
  sessions: { id: string; since: Date; isThis: boolean }[]
}

/** One's own account. @throws AppError 'forbidden' for visitors. Four queries. */
export async function readAccount(
  { db, actor, now }: Context,
  { sessionId }: { sessionId: string | null },
): Promise<AccountView> {
  const own = await ownPerson(db, actor)
  const [consents, sessions, passwords] = await Promise.all([
    db
      .select({
        id: consent.id,
        kind: consent.kind,
        text: consent.text,
        locale: consent.locale,
        grantedAt: consent.grantedAt,
        withdrawnAt: consent.withdrawnAt,
      })
      .from(consent)
      .where(eq(consent.personId, own.id))
      .orderBy(desc(consent.grantedAt), desc(consent.id))
      .limit(MOST_CONSENTS),
    db
      .select({ id: session.id, since: session.createdAt })
      .from(session)
      .where(and(eq(session.personId, own.id), gt(session.expiresAt, now)))
      .orderBy(desc(session.createdAt))
      .limit(MOST_SESSIONS),
    db
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.personId, own.id), eq(account.providerId, 'credential'))),
  ])
  return {
    name: own.name,
    locale: own.locale,
    timeZone: own.timeZone,
    preferredChannel: own.preferredChannel,
    isSample: own.isSample,
    isShared: own.isShared,
    addresses: {
      whatsapp: own.phoneE164
        ? { shown: maskAddress('whatsapp', own.phoneE164), isProven: own.phoneVerified }
        : null,
      mail: own.email ? { shown: own.email, isProven: own.emailVerified } : null,
    },
    hasPassword: passwords.length > 0,
    isWhatsappOn: consents.some(({ kind, withdrawnAt }) => kind === 'whatsapp' && !withdrawnAt),
    consents,
    sessions: sessions
      .map((row) => ({ ...row, isThis: row.id === sessionId }))
      .filter(({ isThis }) => isThis || !own.isShared),
  }
}
