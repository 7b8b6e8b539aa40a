import { and, eq, isNull } from 'drizzle-orm'
import { consent } from '~/db/schema/consent'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { PRIVACY_TEXT_VERSION } from './consent-version'
import { recordConsents } from './give-consents.server'
import { ownPersonToChange } from './own-person.server'

export interface SetWhatsappConsentInput {
  isOn: boolean
  /** The sentence that was agreed to, as it was shown. */
  text: string
  /** The language that it was shown in. */
  locale: Locale
}

/**
 * Lets messages go to one's WhatsApp, or no longer, from this moment on: what waits is sent by what holds when
 * it goes. The rows stay, with both times.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function setWhatsappConsent(
  context: Context,
  { isOn, text, locale }: SetWhatsappConsentInput,
): Promise<void> {
  const { db, actor, now, newId } = context
  await inTransaction(db, async (tx) => {
    const { id: personId } = await ownPersonToChange(tx, actor)
    if (isOn) {
      const given = { kind: 'whatsapp' as const, textVersion: PRIVACY_TEXT_VERSION, text }
      await recordConsents(tx, { personId, locale, consents: [given], now, newId })
      return
    }
    await tx
      .update(consent)
      .set({ withdrawnAt: now })
      .where(and(eq(consent.personId, personId), eq(consent.kind, 'whatsapp'), isNull(consent.withdrawnAt)))
  })
}
