import { and, eq, isNull } from 'drizzle-orm'
import { oneTimeCode } from '~/db/schema/one-time-code'
import type { CodePurpose } from '../shared/account-enums'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import { maskAddress } from './address'
import { CODE_MINUTES, CODE_TRIES, RESEND_SECONDS } from './code-limit'
import { codeOf, isDoubtfulChallenge } from './one-time-code.server'
import { sampleIsOpen } from './sample-open.server'
import { takesPassword } from './takes-password.server'

/** What the page on which a code is entered shows of it. */
export interface CodeView {
  channel: Channel
  /** Where it went, all but the ends hidden. */
  masked: string
  minutes: number
  /** In how many seconds another can be asked for; 0: now. */
  resendInSeconds: number
  /** Neither its time nor its tries are over. */
  isLive: boolean
  /** It might not arrive: so many were asked for that those to new addresses don't all go. */
  isDoubtful: boolean
  /** A password can be chosen with it. */
  takesPassword: boolean
  /** The code itself, of a sample address in the sample edition alone: nothing is sent there. */
  shownCode: string | null
}

/**
 * A code that is on its way, for the browser that has its challenge; null: used, or never there. A code of
 * somebody who is signed in (change-address, delete) is shown to them alone.
 */
export async function readCode(
  { db, now, actor }: Context,
  { challenge, purpose, secret }: { challenge: string; purpose: CodePurpose; secret: string },
): Promise<CodeView | null> {
  const [row] = await db
    .select()
    .from(oneTimeCode)
    .where(and(eq(oneTimeCode.id, challenge), eq(oneTimeCode.purpose, purpose), isNull(oneTimeCode.usedAt)))
  if (!row) return null
  if (row.personId && !(actor.kind === 'person' && actor.personId === row.personId)) return null
  const { channel, address } = row
  const isLive = row.expiresAt > now && row.wrongTries < CODE_TRIES
  const waited = (now.getTime() - row.createdAt.getTime()) / 1000
  const isShown = row.isSample && isLive && (await sampleIsOpen(db))
  return {
    channel,
    masked: maskAddress(channel, address),
    minutes: CODE_MINUTES,
    resendInSeconds: Math.max(0, Math.ceil(RESEND_SECONDS - waited)),
    isLive,
    isDoubtful: isDoubtfulChallenge(challenge),
    takesPassword: takesPassword(row),
    shownCode: isShown ? codeOf(challenge, secret) : null,
  }
}
