import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, gt, isNull, max, or } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Database } from '~/db/client.server'
import { messageAttempt } from '~/db/schema/message'
import { addressKey } from '~/domain/message/address-key.server'
import { adoptOrphans } from '~/domain/message/adopt-orphans.server'
import { SETUP_PAUSE_MS } from '~/domain/message/after-failure'
import { type ClaimedMessage, claimMessages } from '~/domain/message/claim-messages.server'
import { expireMessages } from '~/domain/message/expire-messages.server'
import { RecipientPace } from '~/domain/message/recipient-pace'
import { reconcileUnknown } from '~/domain/message/reconcile-unknown.server'
import { type SendAnswer, settleAttempt } from '~/domain/message/settle-attempt.server'
import type { Channel } from '~/domain/shared/message-enums'
import { isOfOneTemplate } from '~/integrations/whatsapp/error-meaning.server'
import { ChannelPace } from './channel-pace'
import { senderLock } from './sender-lock'
import { handOver, type Services } from './services'

export interface SenderOptions {
  url: string
  db: Database
  log: Logger
  services: Services
  pace: { whatsappPerSecond: number; mailPerSecond: number; dailyPeople: number }
  publicUrl: string
  /** Makes addresses unreadable where attempts are counted. */
  addressSecret: string
  /** After so long without an answer from the database nothing more is expected of its connections: a minute. */
  stuckAfterMs?: number
}

export interface RunningSender {
  /** Rejects when the database has stopped answering: only another process, with connections of its own, can go on. */
  ended: Promise<never>
  /** Whether it has looked for messages lately, or found that another worker does. */
  isWorking(): boolean
  /**
   * Finishes what is under way and writes what came of it; waits so long at most.
   * @param by writes it into another pool of connections: the one of before may be broken.
   */
  stop(patienceMs?: number, by?: Database): Promise<void>
}

/** A code leaves within a second of its writing. */
const LOOK_EVERY_MS = 250
const LOCK_EVERY_MS = 2_000
/** A connection that died may leave a transaction without any answer. Writing a result twice does no harm. */
const WRITE_WITHIN_MS = 5_000
const RECONCILE_EVERY_MS = 10_000
const EXPIRE_EVERY_MS = 5 * 60_000
const STUCK_AFTER_MS = 60_000
/** So long after its last look it isn't working. */
const IDLE_MS = 120_000
const LOOKED_AT = 100
/** WhatsApp's limit of one receiver: the others may go on. */
const PAIR_LIMIT = '131056'

/** Sends the messages that are due, at the services' pace, until stopped. */
export function startSender(options: SenderOptions): RunningSender {
  const { db, log, services, publicUrl, addressSecret } = options
  const lock = senderLock(options.url)
  const stopping = new AbortController()
  const giveUp = new AbortController()
  // Every request under way listens.
  setMaxListeners(0, giveUp.signal)
  /** What has been handed to a service, until its result is written. */
  const underWay = new Map<string, Promise<void>>()
  const channels: Record<Channel, ChannelPace> = {
    whatsapp: new ChannelPace({ perSecond: options.pace.whatsappPerSecond, concurrency: 32 }, Date.now()),
    mail: new ChannelPace({ perSecond: options.pace.mailPerSecond, concurrency: 4 }, Date.now()),
  }
  const configured = { whatsapp: services.whatsapp !== null, mail: services.mail !== null }
  /** 'whatsapp' or 'whatsapp/meeting-booked': set up wrongly, until then nothing is tried with it. */
  const paused = new Map<string, number>()
  let recipients = new RecipientPace(options.pace)
  /** Where results are written. */
  let results = db
  /** When the last look ended well. */
  let worked = Date.now()
  let isStuck = false

  async function send(claimed: ClaimedMessage): Promise<void> {
    const { messageId, number, channel, template } = claimed
    const about = { messageId, template, channel, attempt: number }
    let answer: SendAnswer
    try {
      answer = await handOver(services, claimed, giveUp.signal)
    } catch (error) {
      // Nobody's answer: our own fault, somewhere between. It may have been sent.
      log.error({ ...about, kind: nameOf(error) }, 'a message could not be handed over')
      answer = { kind: 'failed', failure: 'no-answer', serviceCode: null }
    }
    note(claimed, answer)
    const settle = (as: SendAnswer) =>
      settleAttempt({ db: results, now: new Date() }, { messageId, number, answer: as })
    await write(about, () =>
      settle(answer).catch((error: unknown) => {
        if (!isNeverTaken(error)) throw error
        // However often: an answer that the database refuses, as an id of two messages. It may have arrived.
        log.error({ ...about, kind: nameOf(error) }, 'a result cannot be written: its message is unknown')
        return settle({ kind: 'failed', failure: 'no-answer', serviceCode: null })
      }),
    )
    if (answer.kind === 'taken')
      log.info({ ...about, waitedMs: Math.max(0, Date.now() - claimed.createdAt.getTime()) }, 'sent')
    else log.warn({ ...about, failure: answer.failure, code: answer.serviceCode }, 'not sent')
  }

  /** What an answer says about the ones to come. */
  function note({ channel, template }: ClaimedMessage, answer: SendAnswer): void {
    const now = Date.now()
    if (answer.kind === 'taken') {
      channels[channel].succeeded()
      return
    }
    const { failure, serviceCode } = answer
    channels[channel].failed(failure, serviceCode === PAIR_LIMIT, now)
    if (failure !== 'setup') return
    const what = isOfOneTemplate(serviceCode) ? `${channel}/${template}` : channel
    if ((paused.get(what) ?? 0) <= now)
      log.error({ what, code: serviceCode }, 'set up wrongly: it waits until that is mended')
    paused.set(what, now + SETUP_PAUSE_MS)
  }

  /** A result stays here until the database has it. */
  async function write(about: object, work: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        const tooLate = sleep(WRITE_WITHIN_MS, 'too late' as const, { ref: false })
        if ((await Promise.race([work(), tooLate])) === 'too late') throw new WrittenTooLate()
        return
      } catch (error) {
        if (tries === 0) log.warn({ ...about, kind: nameOf(error) }, 'a result waits for the database')
        // What isn't written is unknown to the next sender, which asks before it sends.
        if (giveUp.signal.aborted) return
        await sleep(500, undefined, { signal: giveUp.signal }).catch(() => {})
      }
    }
  }

  /** @returns whether there may be more at once. */
  async function sendDue(): Promise<boolean> {
    const now = new Date()
    const room = {
      whatsapp: isPaused('whatsapp', now) ? 0 : channels.whatsapp.room(now.getTime()),
      mail: isPaused('mail', now) ? 0 : channels.mail.room(now.getTime()),
    }
    const { claimed, looked, settled } = await claimMessages(
      { db, now },
      {
        room,
        configured,
        pace: recipients,
        closed: (channel, template) => {
          const of = template ? (paused.get(`${channel}/${template}`) ?? 0) : 0
          const until = Math.max(paused.get(channel) ?? 0, of)
          if (until > now.getTime()) return { until: new Date(until), why: 'setup' }
          const down = channels[channel].downUntil(now.getTime())
          return down === null ? null : { until: new Date(down), why: 'unavailable' }
        },
        addressKey: (channel, address) => addressKey(addressSecret, channel, address),
        publicUrl,
        limit: LOOKED_AT,
      },
    )
    // Nobody waited for it: what it has begun is unknown to the next sender.
    if (isStuck) return false
    for (const message of claimed) {
      channels[message.channel].began()
      const { messageId } = message
      const work = send(message).finally(() => underWay.delete(messageId))
      underWay.set(messageId, work)
    }
    const { sending: _sending, waiting: _waiting, ...ended } = settled
    if (Object.keys(ended).length > 0) log.info(ended, 'messages that do not go')
    return looked === LOOKED_AT && claimed.length < looked
  }

  const isPaused = (channel: Channel, now: Date) => (paused.get(channel) ?? 0) > now.getTime()

  /** Nobody else sends any more: what it had begun is unknown, and its pace is ours. */
  async function takeOver(): Promise<void> {
    const now = new Date()
    const pace = new RecipientPace(options.pace)
    const day = new Date(now.getTime() - 24 * 3_600_000)
    const went = await db
      .select({ key: messageAttempt.addressKey, at: max(messageAttempt.startedAt) })
      .from(messageAttempt)
      .where(
        and(
          eq(messageAttempt.channel, 'whatsapp'),
          gt(messageAttempt.startedAt, day),
          or(isNull(messageAttempt.failure), eq(messageAttempt.failure, 'no-answer')),
        ),
      )
      .groupBy(messageAttempt.addressKey)
      .orderBy(max(messageAttempt.startedAt))
    for (const { key, at } of went) if (at) pace.mark(key, at.getTime())
    recipients = pace
    const orphans = await adoptOrphans({ db, now }, { ours: [...underWay.keys()] })
    if (orphans > 0) log.warn({ messages: orphans }, 'messages that a dead sender had begun are unknown')
    log.info({ people: pace.people(now.getTime()) }, 'sending')
  }

  const every = (ms: number) => {
    let last = 0
    return () => {
      if (Date.now() - last < ms) return false
      last = Date.now()
      return true
    }
  }
  const isTimeToLock = every(LOCK_EVERY_MS)
  const isTimeToReconcile = every(RECONCILE_EVERY_MS)
  const isTimeToExpire = every(EXPIRE_EVERY_MS)

  let reject: (error: Error) => void = () => {}
  const ended = new Promise<never>((_, no) => {
    reject = no
  })
  // Whoever doesn't ask isn't told.
  ended.catch(() => {})

  /** Waits for the database, but not for ever: a connection may hang for hours, and nothing would be sent unseen. */
  async function answered<T>(work: Promise<T>): Promise<T> {
    const waiting = new AbortController()
    const tooLate = sleep(options.stuckAfterMs ?? STUCK_AFTER_MS, 'too late' as const, {
      ref: false,
      signal: waiting.signal,
    }).catch(() => 'over' as const)
    try {
      const result = await Promise.race([work.then((value) => ({ value })), tooLate])
      if (typeof result === 'object') return result.value
      isStuck = true
      throw new DatabaseStuck()
    } finally {
      waiting.abort()
    }
  }

  async function keepSending(): Promise<void> {
    let isOurs = false
    let isAway = false
    while (!stopping.signal.aborted) {
      let pause = LOOK_EVERY_MS
      try {
        if (isTimeToLock() || !isOurs) {
          const held = await answered(lock.hold())
          if (held === 'taken' || (held === 'held' && !isOurs)) await answered(takeOver())
          isOurs = held !== 'elsewhere'
        }
        if (isOurs) {
          if (await answered(sendDue())) pause = 10
          if (isTimeToReconcile()) {
            const again = await answered(reconcileUnknown({ db, now: new Date() }))
            if (again.length > 0) log.warn({ messages: again }, 'never taken by WhatsApp: sent again')
          }
          if (isTimeToExpire()) await answered(expireMessages({ db, now: new Date() }))
        } else pause = 1_000
        isAway = false
        worked = Date.now()
      } catch (error) {
        if (error instanceof DatabaseStuck) {
          reject(error)
          return
        }
        isOurs = false
        pause = 500
        if (!isAway && !stopping.signal.aborted)
          log.warn({ kind: nameOf(error) }, 'no messages are sent: the database is away')
        isAway = true
      }
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const sending = keepSending()

  return {
    ended,
    isWorking: () => Date.now() - worked < IDLE_MS,
    async stop(patienceMs = 5_000, by = db) {
      stopping.abort()
      results = by
      await Promise.race([sending, sleep(2_000)])
      const done = () => Promise.all(underWay.values())
      await Promise.race([done(), sleep(patienceMs)])
      // Whoever is waited for hasn't answered: that is written, too.
      giveUp.abort()
      await Promise.race([done(), sleep(1_500)])
      services.mail?.close()
      await lock.release()
    },
  }
}

class DatabaseStuck extends Error {
  override name = 'DatabaseStuck'
  override message = 'the database has not answered for too long'
}

class WrittenTooLate extends Error {
  override name = 'WrittenTooLate'
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')

/** The database answers, and will never take this: a constraint (class 23) or a value (class 22) is against it. */
function isNeverTaken(error: unknown): boolean {
  const found = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = found instanceof Error && 'code' in found ? found.code : null
  return typeof code === 'string' && /^2[23]\w{3}$/.test(code)
}
