import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { vi } from 'vitest'
import { readEnv } from '~/config/env.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { CODE_MINUTES } from '~/domain/account/code-limit'
import { newId } from '~/domain/shared/ids'
import type { Channel } from '~/domain/shared/message-enums'
import { queueMessage } from '~/domain/shared/queue-message.server'
import { answerWhatsappWebhook, whatsappReceiver } from '~/server/whatsapp-webhook'
import { noonZone } from '../setup/noon-zone'
import { type StartedOutsideWorld, startOutsideWorld } from '../setup/outside-world'

const ROOT = path.join(import.meta.dirname, '../..')
export const PUBLIC_URL = 'https://expo.opop.test'

/** A worker as the product runs it, in a process of its own that a test may kill. */
export interface WorkerProcess {
  process: ChildProcess
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Messages and where they go: a database, the outside services and workers, each by itself. */
export interface SendingHall {
  world: StartedOutsideWorld
  /** Where WhatsApp tells what became of messages. */
  webhookUrl: string
  /** The database of now: another one after `reconnect`. */
  connection(): DatabaseConnection
  reconnect(url: string): Promise<void>
  startWorker(env?: Record<string, string>): Promise<WorkerProcess>
  /** All workers, in the ordinary way. */
  stopWorkers(): Promise<void>
  /** Somebody with a proven number, an address, or both, who agreed to WhatsApp. */
  person(has: { phone?: boolean; mail?: boolean }): Promise<{ id: string; phone: string; email: string }>
  /** A message about something to each. @returns their ids. */
  queue(personIds: readonly string[], how?: { priority?: number }): Promise<string[]>
  /** A code to one number. */
  /** `personId`: of who has proven the address. */
  queueCode(channel: Channel, address: string, code: string, personId?: string): Promise<string>
  states(): Promise<Record<string, number>>
  message(id: string): Promise<typeof schema.message.$inferSelect>
  /** How often each name in a message arrived by WhatsApp or mail. */
  arrivals(): Promise<Map<string, number>>
  close(): Promise<void>
}

let people = 0

/** The words that only message `id` has. */
export const markOf = (id: string) => `Pesantren ${id}`

export async function openSendingHall(url: string): Promise<SendingHall> {
  const world = await startOutsideWorld()
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-sending-'))
  const workers: WorkerProcess[] = []
  let address = url
  let connection = connectDatabase(url)
  let receive = whatsappReceiver(connection.db)
  const env = (more: Record<string, string> = {}) => ({
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production' as const,
    DATABASE_URL: address,
    DATA_DIR: dataDir,
    PUBLIC_URL,
    LOG_LEVEL: 'warn',
    ...world.env,
    WHATSAPP_PER_SECOND: '50',
    MAIL_PER_SECOND: '50',
    WHATSAPP_DAILY_PEOPLE: '10000',
    ...more,
  })
  // What WhatsApp calls, as the web serves it.
  const log = pino({ level: 'silent' })
  const web = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) =>
      answerWhatsappWebhook(request, { env: readEnv(env()), receive, log, requestId: 'test' }),
  })
  await once(web, 'listening')
  const listening = web.address()
  const webPort = typeof listening === 'object' && listening ? listening.port : 0
  const webhookUrl = `http://127.0.0.1:${webPort}/webhooks/whatsapp`
  await world.set({ webhookUrl })

  return {
    world,
    webhookUrl,
    connection: () => connection,
    async reconnect(next) {
      await connection.close().catch(() => {})
      address = next
      connection = connectDatabase(next)
      receive = whatsappReceiver(connection.db)
    },
    async startWorker(more) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'worker.ts'], {
        cwd: ROOT,
        env: env(more),
        stdio: ['ignore', process.env.SHOW_WORKER ? 'inherit' : 'ignore', 'inherit', 'ipc'],
      })
      const worker: WorkerProcess = {
        process: child,
        async kill(signal) {
          if (child.exitCode !== null || child.signalCode !== null) return
          const ended = once(child, 'exit')
          child.kill(signal)
          await ended
        },
      }
      workers.push(worker)
      await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(([code]) => {
          throw new Error(`the worker ended with ${code}`)
        }),
      ])
      return worker
    },
    async stopWorkers() {
      await Promise.all(workers.map((worker) => worker.kill('SIGTERM')))
    },
    async person({ phone, mail }) {
      people += 1
      const id = newId()
      const number = `+62812${String(10_000_000 + people)}`
      const email = `person${people}@people.opop.test`
      const { db } = connection
      await db.insert(schema.person).values({
        id,
        name: `Person ${people}`,
        phoneE164: phone ? number : null,
        phoneVerified: phone ?? false,
        email: mail ? email : null,
        emailVerified: mail ?? false,
        timeZone: noonZone(),
      })
      await db.insert(schema.consent).values({
        id: newId(),
        personId: id,
        kind: 'whatsapp',
        textVersion: 'test',
        text: 'Yes.',
        locale: 'id',
        grantedAt: new Date(),
      })
      return { id, phone: number, email }
    },
    async queue(personIds, { priority } = {}) {
      const context = { newId, now: new Date() }
      return inTransaction(connection.db, async (tx) => {
        const ids: string[] = []
        for (const personId of personIds) {
          const aboutId = newId()
          const id = await queueMessage(tx, context, {
            template: 'verification-approved',
            variables: { organisation: markOf(aboutId) },
            locale: 'id',
            to: { personId },
            about: { kind: 'organisation', id: aboutId },
            priority,
            isSample: false,
          })
          if (id) ids.push(id)
        }
        return ids
      })
    },
    async queueCode(channel, to, code, personId) {
      const now = new Date()
      return inTransaction(connection.db, async (tx) => {
        const id = await queueMessage(
          tx,
          { newId, now },
          {
            template: 'sign-in-code',
            variables: { code, minutes: CODE_MINUTES },
            locale: 'id',
            to: { channel, address: to, personId },
            about: { kind: 'person', id: personId ?? newId() },
            priority: 0,
            expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
            isSample: false,
          },
        )
        return id ?? ''
      })
    },
    async states() {
      const rows = await connection.sql<{ state: string; n: number }[]>`
        select state, count(*)::int as n from message group by state`
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    },
    async message(id) {
      const row = await connection.db.query.message.findFirst({ where: (t, { eq }) => eq(t.id, id) })
      if (!row) throw new Error('no such message')
      return row
    },
    async arrivals() {
      const { whatsapp, mail } = await world.received()
      const marks = [...whatsapp, ...mail].map(
        ({ text }) => /Pesantren ([0-9a-f-]{36})/.exec(text)?.[1] ?? text,
      )
      const counts = new Map<string, number>()
      for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
      return counts
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.kill('SIGKILL')))
      await new Promise((resolve) => web.close(resolve))
      await world.close()
      await connection.close().catch(() => {})
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const soon = (check: () => void | Promise<void>, timeout = 25_000) =>
  vi.waitFor(check, { timeout, interval: 100 })
