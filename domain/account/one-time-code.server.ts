import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { type GivenConsent, oneTimeCode } from '~/db/schema/one-time-code'
import type { Transaction } from '~/db/transaction.server'
import type { CodePurpose } from '../shared/account-enums'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { codeMessageKey } from '../shared/message-proof.server'
import { queueMessage } from '../shared/queue-message.server'
import { CODE_MINUTES } from './code-limit'

export interface StartCodeInput {
  purpose: CodePurpose
  channel: Channel
  /** Normalised, as `parseAddress` gives it. */
  address: string
  locale: Locale
  /** Who is signed in and asks, or whose address it is; never said to the asker. */
  personId?: string | null
  /** What it is for beside: an invitation's id. */
  subjectId?: string | null
  consents?: GivenConsent[]
  isSample: boolean
  secret: string
  /** As `countCode` found: the message doesn't go. */
  isHeld: boolean
  /** As `countCode` found: it might not arrive, and the page says so. */
  isDoubtful: boolean
  /** The challenge that this one takes the place of: its code is worth nothing any more. */
  supersedes?: string | null
}

/** Ends the challenge of a code that might not arrive: of every one, whosever the address is. */
const DOUBTFUL = '~'

export const isDoubtfulChallenge = (challenge: string) => challenge.endsWith(DOUBTFUL)

export type CodeRow = typeof oneTimeCode.$inferSelect

export type CheckedCode =
  | { kind: 'right'; row: CodeRow }
  | { kind: 'wrong'; triesLeft: number }
  /** Its time or its tries are over, it was given already, or there is no such code for this. */
  | { kind: 'expired' | 'used' | 'unknown' }

/**
 * Makes a code and queues the message that takes it to its address. Ask `countCode` first.
 * @returns `challenge`, which the browser keeps and nobody can guess. The code is for the message alone; a
 *   page shows it only where `isSample` (see read-code.server.ts).
 */
export async function startCode(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  input: StartCodeInput,
): Promise<{ challenge: string; code: string }> {
  const { now } = context
  const { purpose, channel, address, locale, isSample, secret } = input
  const challenge = `${randomBytes(16).toString('base64url')}${input.isDoubtful ? DOUBTFUL : ''}`
  const code = codeOf(challenge, secret)
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000)
  const isSignedIn =
    purpose === 'confirm' ||
    purpose === 'change-address' ||
    purpose === 'delete' ||
    purpose === 'booth-number'
  if (input.supersedes) await endCode(tx, input.supersedes, now)
  await tx.insert(oneTimeCode).values({
    id: challenge,
    purpose,
    channel,
    address,
    codeHash: hashOf(challenge, code, secret),
    personId: isSignedIn ? (input.personId ?? null) : null,
    subjectId: input.subjectId ?? null,
    locale,
    consents: input.consents ?? [],
    expiresAt,
    isSample,
    createdAt: now,
  })
  await queueMessage(tx, context, {
    template: 'sign-in-code',
    variables: { code, minutes: CODE_MINUTES },
    locale,
    to: { channel, address, ...(input.personId ? { personId: input.personId } : {}) },
    about: { kind: 'person', id: input.personId ?? context.newId() },
    dedupeKey: codeMessageKey(challenge),
    priority: 0,
    expiresAt,
    isSample,
    ...(input.isHeld ? { heldBecause: 'unproven' as const } : {}),
  })
  return { challenge, code }
}

/**
 * Tries a code. Locks the row, counts a wrong try, marks a right one as used: of two at the same time one is
 * right. A wrong one has to be committed too, so don't throw after it.
 */
export async function checkCode(
  tx: Transaction,
  input: {
    challenge: string
    code: string
    purpose: CodePurpose
    now: Date
    secret: string
    /** How many wrong tries it has: `countGuess` says. */
    tries: number
  },
): Promise<CheckedCode> {
  const { challenge, code, purpose, now, secret, tries } = input
  const [row] = await tx.select().from(oneTimeCode).where(eq(oneTimeCode.id, challenge)).for('update')
  if (!row || row.purpose !== purpose) return { kind: 'unknown' }
  if (row.usedAt) return { kind: 'used' }
  if (row.expiresAt <= now || row.wrongTries >= tries) return { kind: 'expired' }
  if (!isSame(row.codeHash, hashOf(challenge, code, secret))) {
    const wrongTries = row.wrongTries + 1
    // Its last try: over for every page that shows it, however many it would have had elsewhere.
    const over = wrongTries >= tries ? { expiresAt: now } : {}
    await tx
      .update(oneTimeCode)
      .set({ wrongTries, ...over })
      .where(eq(oneTimeCode.id, challenge))
    return { kind: 'wrong', triesLeft: tries - wrongTries }
  }
  const used = { ...row, usedAt: now }
  await tx.update(oneTimeCode).set({ usedAt: now }).where(eq(oneTimeCode.id, challenge))
  return { kind: 'right', row: used }
}

/** Six digits that follow from the challenge and the secret, so that they need not be kept to be shown. */
export function codeOf(challenge: string, secret: string): string {
  const bits = createHmac('sha256', secret).update(`code:${challenge}`).digest().readUIntBE(0, 6)
  return String(bits % 1_000_000).padStart(6, '0')
}

async function endCode(tx: Transaction, challenge: string, now: Date): Promise<void> {
  await tx
    .update(oneTimeCode)
    .set({ expiresAt: now })
    .where(
      and(
        eq(oneTimeCode.id, challenge),
        isNull(oneTimeCode.usedAt),
        sql`${oneTimeCode.expiresAt} > ${now.toISOString()}::timestamptz`,
      ),
    )
  await tx
    .update(message)
    .set({
      state: 'void',
      settledAt: now,
      updatedAt: now,
      failure: 'superseded',
      variables: sql`${message.variables} - 'code'`,
    })
    .where(and(eq(message.dedupeKey, codeMessageKey(challenge)), eq(message.state, 'waiting')))
}

const hashOf = (challenge: string, code: string, secret: string) =>
  createHmac('sha256', secret).update(`hash:${challenge}:${code}`).digest('base64url')

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
