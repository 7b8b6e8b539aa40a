import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { message, messageAttempt, whatsappReceived } from '~/db/schema/message'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { CHANNELS, type Channel, type MessageTemplate } from '../shared/message-enums'
import type { MessageVariables } from '../shared/message-variables'
import { type ConfiguredChannels, chooseChannel } from './choose-channel'
import { type Closed, chooseWay, type Way } from './choose-way'
import { isStillDue } from './is-still-due.server'
import { momentOf, notBefore } from './not-before'
import { type Receiver, readReceivers } from './read-receiver.server'
import type { RecipientPace } from './recipient-pace'
import { renderMessage } from './render-message'
import type { RenderedMessage } from './rendered-message'
import { lacksSecret } from './secrets'
import { type Fate, writeFates } from './write-fates.server'

export interface ClaimInput {
  /** How many may go by each channel now. */
  room: Readonly<Record<Channel, number>>
  configured: ConfiguredChannels
  pace: RecipientPace
  /** Whether nothing goes by a channel with a template now; without a template, nothing at all; null: it may go. */
  closed: (channel: Channel, template?: MessageTemplate) => Closed | null
  addressKey: (channel: Channel, address: string) => string
  /** Without a slash at its end. */
  publicUrl: string
  /** Looked at in one go. */
  limit: number
}

/** A message whose attempt is written down: from now on it may have reached the service. */
export interface ClaimedMessage {
  messageId: string
  number: number
  channel: Channel
  address: string
  template: MessageTemplate
  createdAt: Date
  /** Free text may go, not only a template. */
  isWindowOpen: boolean
  rendered: RenderedMessage
}

export interface Claims {
  claimed: ClaimedMessage[]
  /** How many were due and looked at: the limit, then there are more. */
  looked: number
  /** How many got another state instead, or wait longer. */
  settled: Partial<Record<Fate['kind'], number>>
}

/** A little less than 24 hours: the answer travels, too. */
const WINDOW_MS = (24 * 60 - 5) * 60_000

/**
 * Codes somebody waits for; they and the hour's reminder may use the part of the day that is kept. Codes to
 * addresses that nobody has proven may not: anybody can ask for those.
 */
const URGENT_PRIORITY = 0
const RESERVED: readonly MessageTemplate[] = ['sign-in-code', 'meeting-reminder-hour', 'reply-recorded']

/** So old a message is at the most that its writer's word on the night still holds for. */
const JUST_NOW_MS = 10 * 60_000

type Row = typeof message.$inferSelect

/**
 * Takes messages that are due, the most urgent first, and writes down that an attempt begins, before anything
 * leaves. What is no longer wanted becomes void, what nobody can be reached with is kept or dead, what has to
 * wait for the pace waits. Rows that another sender looks at are skipped. Only for the sender.
 */
export async function claimMessages(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: ClaimInput,
): Promise<Claims> {
  const looked = lookedAt(input)
  if (looked === null) return { claimed: [], looked: 0, settled: {} }
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(message)
      .where(and(eq(message.state, 'waiting'), lte(message.notBefore, now), looked))
      .orderBy(asc(message.priority), asc(message.notBefore))
      .limit(input.limit)
      .for('update', { skipLocked: true })
    if (rows.length === 0) return { claimed: [], looked: 0, settled: {} }

    const receivers = await readReceivers(
      tx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const due = await isStillDue(tx, rows, now)
    const ways = rows.map((row) => waysOf(row, receivers, input.configured))
    const windows = await openWindows(tx, ways, now)
    const numbers = await lastNumbers(tx, rows)

    const room = { ...input.room }
    const claimed: ClaimedMessage[] = []
    const fates: (Fate & { id: string })[] = []
    for (const [index, row] of rows.entries()) {
      const dueNow = due.get(row.id) ?? true
      const found = ways[index] ?? 'no-address'
      const settle = (fate: Fate) => fates.push({ ...fate, id: row.id })
      if (row.expiresAt && row.expiresAt <= now) settle({ kind: 'void', failure: 'expired' })
      else if (dueNow !== true) settle({ kind: 'void', failure: dueNow })
      else if (found === 'nobody') settle({ kind: 'void', failure: 'nobody' })
      else if (found === 'kept') settle({ kind: 'kept' })
      else if (found === 'no-address') settle({ kind: 'dead', failure: row.failure ?? 'no-address' })
      else if (lacksSecret(row.template, row.variables)) settle({ kind: 'dead', failure: 'erased' })
      else {
        const morning = morningFor(row, receivers, now)
        if (morning > now) {
          settle({ kind: 'waiting', ...found[0], fellBackFrom: null, notBefore: morning })
          continue
        }
        const isWindowOpen = ({ channel, address }: Address) =>
          channel === 'whatsapp' && windows.has(address) && row.failure !== 'window-closed'
        const wayTo = (to: Address): Way => {
          const key = input.addressKey(to.channel, to.address)
          const isPaced = to.channel === 'whatsapp'
          const at = isPaced
            ? input.pace.when(key, pacing(row, receivers, isWindowOpen(to)), now.getTime())
            : 0
          return { ...to, closed: input.closed(to.channel, row.template), paceAt: new Date(at) }
        }
        const [first, other] = found
        const chosen = chooseWay(row, [wayTo(first), other ? wayTo(other) : null], now)
        if (chosen.kind === 'dead') {
          settle(chosen)
          continue
        }
        const { channel, address } = chosen.way
        const way = { channel, address, fellBackFrom: channel === first.channel ? null : first.channel }
        if (chosen.kind === 'later') settle({ kind: 'waiting', ...way, notBefore: chosen.at })
        else if (room[channel] <= 0) settle({ kind: 'waiting', ...way, notBefore: row.notBefore })
        else {
          const rendered = render(row, receivers, input.publicUrl)
          if (!rendered) {
            settle({ kind: 'dead', failure: 'words' })
            continue
          }
          room[channel] -= 1
          if (channel === 'whatsapp') input.pace.mark(input.addressKey(channel, address), now.getTime())
          settle({ kind: 'sending', ...way })
          claimed.push({
            messageId: row.id,
            number: (numbers.get(row.id) ?? 0) + 1,
            channel,
            address,
            template: row.template,
            createdAt: row.notBefore > row.createdAt ? row.notBefore : row.createdAt,
            isWindowOpen: isWindowOpen(chosen.way),
            rendered,
          })
        }
      }
    }
    await writeFates(tx, fates, now)
    if (claimed.length > 0) {
      await tx.insert(messageAttempt).values(
        claimed.map(({ messageId, number, channel, address }) => ({
          messageId,
          number,
          channel,
          addressKey: input.addressKey(channel, address),
          startedAt: now,
        })),
      )
    }
    return { claimed, looked: rows.length, settled: counted(fates) }
  })
}

type Address = { channel: Channel; address: string }
/** The way that the receiver prefers, and where the message may fall back to it the other. */
type Addresses = [Address, Address?]

/**
 * Which waiting messages are looked at; null: none. Those that are bound to a channel without room wait for it
 * unseen. Bound to one that is set up wrongly they are given their wait, or another way; while a service fails
 * for long, those that would be too late and may go by another way.
 */
function lookedAt({ configured, room, closed }: ClaimInput): SQL | undefined | null {
  const whys = CHANNELS.map((channel) => ({ channel, why: closed(channel)?.why }))
  // Without a service they are looked at too: they are kept.
  const open = CHANNELS.filter((channel) => !configured[channel] || room[channel] > 0)
  const set = [...open, ...whys.flatMap(({ channel, why }) => (why === 'setup' ? [channel] : []))]
  const failing = whys.flatMap(({ channel, why }) => (why === 'unavailable' ? [channel] : []))
  if (set.length + failing.length === 0) return null
  return or(
    set.length > 0 ? isNull(message.channel) : undefined,
    set.length > 0 ? inArray(message.channel, set) : undefined,
    failing.length > 0
      ? and(
          inArray(message.channel, failing),
          eq(message.isAddressFixed, false),
          isNull(message.fellBackFrom),
          isNotNull(message.expiresAt),
        )
      : undefined,
  )
}

function waysOf(
  row: Row,
  receivers: ReadonlyMap<string, Receiver>,
  configured: ConfiguredChannels,
): Addresses | 'kept' | 'no-address' | 'nobody' {
  if (row.isAddressFixed) {
    if (!row.channel || !row.address) return 'nobody'
    return configured[row.channel] ? [{ channel: row.channel, address: row.address }] : 'kept'
  }
  const receiver = row.personId ? receivers.get(row.personId) : undefined
  // Deleted meanwhile; and whatever is invented gets nothing.
  if (!receiver || receiver.isSample) return 'nobody'
  const first = chooseChannel(receiver, { configured, failedBefore: row.fellBackFrom })
  if (typeof first === 'string') return first
  if (row.fellBackFrom !== null) return [first]
  const other = chooseChannel(receiver, { configured, failedBefore: first.channel })
  return typeof other === 'string' ? [first] : [first, other]
}

/**
 * When the receiver's night is over; now or earlier: it isn't night. What was written just now has been asked
 * that when it was written; a retry, what fell back or what waited for long is asked again.
 */
function morningFor(row: Row, receivers: ReadonlyMap<string, Receiver>, now: Date): Date {
  if (row.attemptedAt === null && now.getTime() - row.createdAt.getTime() < JUST_NOW_MS) return now
  const timeZone = (row.personId ? receivers.get(row.personId)?.timeZone : null) ?? null
  return notBefore(row.template, { at: now, timeZone, until: momentOf(row, now) })
}

function pacing(row: Row, receivers: ReadonlyMap<string, Receiver>, isWindowOpen: boolean) {
  const receiver = row.personId ? receivers.get(row.personId) : undefined
  const isProven =
    !row.isAddressFixed || (receiver?.phoneVerified === true && receiver.phoneE164 === row.address)
  const isForReserve = row.priority === URGENT_PRIORITY || RESERVED.includes(row.template)
  return {
    isUrgent: row.priority === URGENT_PRIORITY,
    isReserved: isForReserve && isProven,
    isWindowOpen,
  }
}

/** The numbers that have written to us within the window. */
async function openWindows(
  tx: Transaction,
  ways: readonly (Addresses | string)[],
  now: Date,
): Promise<Set<string>> {
  const numbers = ways.flatMap((found) =>
    typeof found === 'string' ? [] : found.flatMap((to) => (to?.channel === 'whatsapp' ? [to.address] : [])),
  )
  if (numbers.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ number: whatsappReceived.fromE164 })
    .from(whatsappReceived)
    .where(
      and(
        inArray(whatsappReceived.fromE164, [...new Set(numbers)]),
        sql`${whatsappReceived.happenedAt} > ${new Date(now.getTime() - WINDOW_MS).toISOString()}::timestamptz`,
      ),
    )
  return new Set(rows.flatMap(({ number }) => number ?? []))
}

async function lastNumbers(tx: Transaction, rows: readonly Row[]): Promise<Map<string, number>> {
  const found = await tx
    .select({ id: messageAttempt.messageId, last: sql<number>`max(${messageAttempt.number})` })
    .from(messageAttempt)
    .where(
      inArray(
        messageAttempt.messageId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(messageAttempt.messageId)
  return new Map(found.map(({ id, last }) => [id, last]))
}

/** Null: what it was filled with has another shape; the organiser sees it, and its neighbours go. */
function render(
  row: Row,
  receivers: ReadonlyMap<string, Receiver>,
  publicUrl: string,
): RenderedMessage | null {
  const timeZone = (row.personId ? receivers.get(row.personId)?.timeZone : null) ?? null
  // What was stored is what `queueMessage` took: the template says which shape it has.
  const variables = row.variables as unknown as MessageVariables[MessageTemplate]
  try {
    return renderMessage(row.template, variables, { locale: row.locale, timeZone, publicUrl })
  } catch {
    return null
  }
}

function counted(fates: readonly Fate[]): Partial<Record<Fate['kind'], number>> {
  const counts: Partial<Record<Fate['kind'], number>> = {}
  for (const { kind } of fates) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
