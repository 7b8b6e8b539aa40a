import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type {
  Fault,
  Received,
  ReceivedMail,
  ReceivedWhatsapp,
  Said,
  Settings,
} from '../stand-ins/outside-world-types'
import type { StripeBooks, StripeDeed, StripeFault, StripeSettings } from '../stand-ins/stripe-types'

export const STAND_IN_SECRETS = {
  WHATSAPP_TOKEN: 'stand-in-token',
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_APP_SECRET: 'stand-in-app-secret',
  WHATSAPP_VERIFY_TOKEN: 'stand-in-verify-token',
  STRIPE_SECRET_KEY: 'sk_test_stand_in',
  STRIPE_WEBHOOK_SECRET: 'whsec_stand_in',
}

/** What a test sees of Stripe and does there. */
export interface OutsideStripe {
  books(): Promise<StripeBooks>
  do(deed: StripeDeed): Promise<void>
  inject(fault: StripeFault): Promise<void>
  set(settings: StripeSettings): Promise<void>
}

/** What a test sees of the outside services and does to them. */
export interface OutsideWorld {
  whatsappUrl: string
  /** All that arrived, or what arrived at one number or address. */
  received(to?: string): Promise<Received>
  /** How many messages arrived. */
  counts(): Promise<{ whatsapp: number; mail: number }>
  /** Resolves with the newest message to a number or address, once there is one that `fits`. */
  whatsappTo(to: string, fits?: (message: ReceivedWhatsapp) => boolean): Promise<ReceivedWhatsapp>
  mailTo(to: string, fits?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  /** The newest six-digit code that reached a number or address since `since` (milliseconds). */
  codeTo(to: string, since?: number): Promise<string>
  inject(fault: Fault): Promise<void>
  set(settings: Settings): Promise<void>
  /** Somebody taps a button of a message that it got. */
  tap(message: ReceivedWhatsapp, payloadStart: string, how?: { repeat?: number }): Promise<string>
  /** Somebody writes to our number. */
  say(said: Said): Promise<string>
  /** Resolves when all webhooks have been taken. */
  settled(): Promise<void>
  stripe: OutsideStripe
}

export interface StartedOutsideWorld extends OutsideWorld {
  smtpUrl: string
  /** Makes the product use it; PUBLIC_URL is the caller's to add. */
  env: Record<string, string>
  pid: number
  close(): Promise<void>
}

/** The world that runs at `url`: for specs, whose process didn't start it. */
export function outsideWorldAt(url: string): OutsideWorld {
  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${url}/control/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    })
    if (!answer.ok) throw new Error(`the outside world answers ${answer.status} to ${path}`)
    return (await answer.json()) as T
  }
  const received = (to?: string) => ask<Received>(`received${to ? `?to=${encodeURIComponent(to)}` : ''}`)

  async function newest<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + 15_000
    for (;;) {
      const found = await find()
      if (found !== undefined) return found
      if (Date.now() > deadline) throw new Error(`${what} never came`)
      await sleep(50)
    }
  }
  const six = (text: string) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]

  return {
    whatsappUrl: url,
    received,
    counts: () => ask('counts'),
    whatsappTo: (to, fits = () => true) =>
      newest(`a message to ${to}`, async () => (await received(to)).whatsapp.findLast(fits)),
    mailTo: (to, fits = () => true) =>
      newest(`a mail to ${to}`, async () => (await received(to)).mail.findLast(fits)),
    codeTo: (to, since = 0) =>
      newest(`a code to ${to}`, async () => {
        const { whatsapp, mail } = await received(to)
        const texts = [...whatsapp, ...mail].filter(({ at }) => at >= since).sort((a, b) => a.at - b.at)
        return texts
          .map(({ text }) => six(text))
          .filter((code) => code !== undefined)
          .at(-1)
      }),
    inject: async (fault) => {
      await ask('faults', fault)
    },
    set: async (settings) => {
      await ask('settings', settings)
    },
    async tap(message, payloadStart, { repeat } = {}) {
      const button = message.buttons.find(({ payload }) => payload.startsWith(payloadStart))
      if (!button) throw new Error(`the message has no button '${payloadStart}…'`)
      const { id } = await ask<{ id: string }>('say', {
        from: message.to,
        answers: message.id,
        button,
        repeat,
      })
      return id
    },
    say: async (said) => (await ask<{ id: string }>('say', said)).id,
    settled: async () => {
      await ask('settled', {})
    },
    stripe: {
      books: () => ask('stripe'),
      do: async (deed) => {
        await ask('stripe/do', deed)
      },
      inject: async (fault) => {
        await ask('stripe/faults', fault)
      },
      set: async (settings) => {
        await ask('stripe/settings', settings)
      },
    },
  }
}

const SCRIPT = path.join(import.meta.dirname, '../stand-ins/outside-world.ts')

/** Starts the outside services as a process of their own. */
export async function startOutsideWorld(): Promise<StartedOutsideWorld> {
  const child = fork(SCRIPT, {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', ...STAND_IN_SECRETS },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told = await Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the outside world ended with ${code}`)
    }),
  ])
  const { port, smtpPort } = z.object({ port: z.number(), smtpPort: z.number() }).parse(told)
  const url = `http://127.0.0.1:${port}`
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`
  return {
    ...outsideWorldAt(url),
    smtpUrl,
    pid: child.pid ?? 0,
    env: {
      ...STAND_IN_SECRETS,
      WHATSAPP_API_URL: url,
      STRIPE_API_URL: url,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'OPOP Expo <expo@opop.test>',
    },
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
