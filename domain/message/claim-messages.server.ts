import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { message, messageAttempt, whatsappReceived } from '~/db/schema/message'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { CHANNELS, type Channel, type MessageTemplate } from '../shared/message-enums'
import type { MessageVariables } from '../shared/message-variables'
import { type ConfiguredChannels, chooseChannel } from './choose-channel'
import { isStillDue } from './is-still-due.server'
import { type Receiver, readReceivers } from './read-receiver.server'
import type { RecipientPace } from './recipient-pace'
import { renderMessage } from './render-message'
import type { RenderedMessage } from './rendered-message'
import { type Fate, writeFates } from './write-fates.server'

export interface ClaimInput {
  /** How many may go by each channel now. */
  room: Readonly<Record<Channel, number>>
  configured: ConfiguredChannels
  pace: RecipientPace
  /** Until when nothing is sent with a template by a channel, because it is set up wrongly; null: it may go. */
  pausedUntil: (channel: Channel, template: MessageTemplate) => Date | null
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

/** Codes somebody waits for; they and the hour's reminder may use the part of the day that is kept. */
const URGENT_PRIORITY = 0
const RESERVED: readonly MessageTemplate[] = ['sign-in-code', 'meeting-reminder-hour', 'reply-recorded']

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
  // Without a service they are looked at too: they are kept.
  const open = CHANNELS.filter((channel) => !input.configured[channel] || input.room[channel] > 0)
  if (open.length === 0) return { claimed: [], looked: 0, settled: {} }
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .select()
      .from(message)
      .where(
        and(
          eq(message.state, 'waiting'),
          lte(message.notBefore, now),
          or(isNull(message.channel), inArray(message.channel, open)),
        ),
      )
      .orderBy(asc(message.priority), asc(message.notBefore))
      .limit(input.limit)
      .for('update', { skipLocked: true })
    if (rows.length === 0) return { claimed: [], looked: 0, settled: {} }

    const receivers = await readReceivers(
      tx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const due = await isStillDue(tx, rows, now)
    const ways = rows.map((row) => wayOf(row, receivers, input.configured))
    const windows = await openWindows(tx, ways, now)
    const numbers = await lastNumbers(tx, rows)

    const room = { ...input.room }
    const claimed: ClaimedMessage[] = []
    const fates: (Fate & { id: string })[] = []
    for (const [index, row] of rows.entries()) {
      const dueNow = due.get(row.id) ?? true
      const way = ways[index] ?? 'no-address'
      const settle = (fate: Fate) => fates.push({ ...fate, id: row.id })
      if (row.expiresAt && row.expiresAt <= now) settle({ kind: 'void', failure: 'expired' })
      else if (dueNow !== true) settle({ kind: 'void', failure: dueNow })
      else if (way === 'nobody') settle({ kind: 'void', failure: 'nobody' })
      else if (way === 'kept') settle({ kind: 'kept' })
      else if (way === 'no-address') settle({ kind: 'dead', failure: row.failure ?? 'no-address' })
      else {
        const { channel, address } = way
        const key = input.addressKey(channel, address)
        const isWindowOpen = channel === 'whatsapp' && windows.has(address) && row.failure !== 'window-closed'
        const paused = input.pausedUntil(channel, row.template)
        const from =
          channel === 'whatsapp' ? input.pace.when(key, pacing(row, isWindowOpen), now.getTime()) : 0
        if (paused && paused > now) settle({ kind: 'waiting', ...way, notBefore: paused })
        else if (room[channel] <= 0) settle({ kind: 'waiting', ...way, notBefore: row.notBefore })
        else if (from > now.getTime()) settle({ kind: 'waiting', ...way, notBefore: new Date(from) })
        else {
          const rendered = render(row, receivers, input.publicUrl)
          if (!rendered) {
            settle({ kind: 'dead', failure: 'words' })
            continue
          }
          room[channel] -= 1
          if (channel === 'whatsapp') input.pace.mark(key, now.getTime())
          settle({ kind: 'sending', ...way })
          claimed.push({
            messageId: row.id,
            number: (numbers.get(row.id) ?? 0) + 1,
            channel,
            address,
            template: row.template,
            createdAt: row.notBefore > row.createdAt ? row.notBefore : row.createdAt,
            isWindowOpen,
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

type Way = { channel: Channel; address: string } | 'kept' | 'no-address' | 'nobody'

function wayOf(row: Row, receivers: ReadonlyMap<string, Receiver>, configured: ConfiguredChannels): Way {
  if (row.isAddressFixed) {
    if (!row.channel || !row.address) return 'nobody'
    return configured[row.channel] ? { channel: row.channel, address: row.address } : 'kept'
  }
  const receiver = row.personId ? receivers.get(row.personId) : undefined
  // Deleted meanwhile; and whatever is invented gets nothing.
  if (!receiver || receiver.isSample) return 'nobody'
  return chooseChannel(receiver, { configured, failedBefore: row.fellBackFrom })
}

function pacing(row: Row, isWindowOpen: boolean) {
  return {
    isUrgent: row.priority === URGENT_PRIORITY,
    isReserved: row.priority === URGENT_PRIORITY || RESERVED.includes(row.template),
    isWindowOpen,
  }
}

/** The numbers that have written to us within the window. */
async function openWindows(tx: Transaction, ways: readonly Way[], now: Date): Promise<Set<string>> {
  const numbers = ways.flatMap((way) =>
    typeof way === 'object' && way.channel === 'whatsapp' ? [way.address] : [],
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
