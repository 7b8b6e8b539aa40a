import path from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const emptyAsUnset = (value: unknown) => (value === '' ? undefined : value)
const optionalUrl = z.preprocess(
  emptyAsUnset,
  z.url({ protocol: /^https?$/, error: 'must be an address like https://example.org' }).optional(),
)
const optionalText = z.preprocess(emptyAsUnset, z.string().min(1).optional())
const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
    'must be like postgres://user:password@host:5432/database (signs such as @ / # in the password as %40 %2F %23)',
  )
/** Roughly a phone; whether such a number exists is for the domain to know. */
const phone = z
  .string()
  .refine(
    (value) => /^\+?\d{7,15}$/.test(value.replace(/[\s().-]/g, '')),
    'must be a phone number like +6281234567890',
  )

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.preprocess(emptyAsUnset, port.default(3000)),
  HOST: z.preprocess(emptyAsUnset, z.string().default('0.0.0.0')),
  /** The address by which people reach the product, for links that leave it; guessed from the request if unset. */
  PUBLIC_URL: optionalUrl,
  DATABASE_URL: z.preprocess(emptyAsUnset, databaseUrl.optional()),
  DATA_DIR: z.preprocess(emptyAsUnset, z.string().default('.data')),
  SEED: z.preprocess(emptyAsUnset, z.enum(['sample', 'none']).default('sample')),
  MEILI_URL: optionalUrl,
  MEILI_API_KEY: optionalText,
  MEILI_INDEX_PREFIX: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .regex(/^[\w-]+$/)
      .default('opop'),
  ),
  /** A phone that demonstration chats open; unset: a page that shows the draft. */
  SAMPLE_WHATSAPP: z.preprocess(emptyAsUnset, phone.optional()),
  /** Signs the cookies of signed-in people; unset, one is made and kept in DATA_DIR. */
  AUTH_SECRET: z.preprocess(emptyAsUnset, z.string().min(32, 'must have 32 characters or more').optional()),
  /** WhatsApp Cloud API; without all four, messages stay here and the organiser reads them. */
  WHATSAPP_TOKEN: optionalText,
  WHATSAPP_PHONE_NUMBER_ID: optionalText,
  /** Signs what WhatsApp tells us at /webhooks/whatsapp. */
  WHATSAPP_APP_SECRET: optionalText,
  /** What WhatsApp says when the webhook is set up: any text of yours. */
  WHATSAPP_VERIFY_TOKEN: optionalText,
  WHATSAPP_API_URL: z.preprocess(
    emptyAsUnset,
    z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  ),
  WHATSAPP_API_VERSION: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .regex(/^v\d+\.\d+$/)
      .default('v26.0'),
  ),
  /** Messages a second of our number; WhatsApp takes 80 at most. */
  WHATSAPP_PER_SECOND: z.preprocess(emptyAsUnset, z.coerce.number().min(0.1).max(1_000).default(20)),
  /** How many people WhatsApp lets our number write to in 24 hours first: 250, 2000, 10000, 100000. */
  WHATSAPP_DAILY_PEOPLE: z.preprocess(emptyAsUnset, z.coerce.number().int().min(1).default(250)),
  /** smtps://user:password@host:465; unset: no mail is sent. */
  SMTP_URL: z.preprocess(emptyAsUnset, z.url({ protocol: /^smtps?$/ }).optional()),
  /** 'OPOP Expo <expo@example.org>'. */
  MAIL_FROM: optionalText,
  MAIL_PER_SECOND: z.preprocess(emptyAsUnset, z.coerce.number().min(0.1).max(1_000).default(5)),
  /** Cards by Stripe; without both, samples are paid by bank transfer alone. */
  STRIPE_SECRET_KEY: z.preprocess(
    emptyAsUnset,
    z
      .string()
      .regex(/^(sk|rk)_(test|live)_/, 'must be like sk_test_…')
      .optional(),
  ),
  /** Signs what Stripe tells us at /webhooks/stripe. */
  STRIPE_WEBHOOK_SECRET: optionalText,
  STRIPE_API_URL: z.preprocess(
    emptyAsUnset,
    z.url({ protocol: /^https?$/ }).default('https://api.stripe.com'),
  ),
  /** Photographs and papers: in DATA_DIR/files, or in a bucket when these are set. */
  S3_BUCKET: optionalText,
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  /** Of another provider than Amazon. */
  S3_ENDPOINT: optionalUrl,
  S3_REGION: z.preprocess(emptyAsUnset, z.string().default('us-east-1')),
  /** Before each key, such as 'expo/'. */
  S3_PREFIX: z.preprocess((value) => value ?? '', z.string().regex(/^([\w.-]+\/)*$/, 'must be like expo/')),
  /** How many reverse proxies in front of the web are ours (their X-Forwarded-For entries are believed). */
  TRUSTED_PROXIES: z.preprocess(emptyAsUnset, z.coerce.number().int().min(0).max(9).default(0)),
  LOG_LEVEL: z.preprocess(
    emptyAsUnset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
})

/** The names of all variables that the product reads. */
export const ENV_NAMES: readonly string[] = Object.keys(schema.shape)

export type Env = z.infer<typeof schema> & { dataDir: string }

/**
 * The environment as one typed object; the only place that reads `process.env`.
 * @throws Error naming each variable that is wrong and how.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema
    .superRefine((env, issues) => {
      const lacking = (path: string, message: string) =>
        issues.addIssue({ code: 'custom', path: [path], message })
      const whatsapp = [
        'WHATSAPP_TOKEN',
        'WHATSAPP_PHONE_NUMBER_ID',
        'WHATSAPP_APP_SECRET',
        'WHATSAPP_VERIFY_TOKEN',
      ] as const
      const given = whatsapp.filter((name) => env[name])
      if (given.length > 0) {
        for (const name of whatsapp) if (!env[name]) lacking(name, `must be set too, as ${given[0]} is`)
      }
      const bucket = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
      const named = bucket.filter((name) => env[name])
      if (named.length > 0)
        for (const name of bucket) if (!env[name]) lacking(name, `must be set too, as ${named[0]} is`)
      if (Boolean(env.STRIPE_SECRET_KEY) !== Boolean(env.STRIPE_WEBHOOK_SECRET))
        lacking(
          env.STRIPE_SECRET_KEY ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_SECRET_KEY',
          'must be set too: both or neither',
        )
      if (env.STRIPE_SECRET_KEY && !env.PUBLIC_URL)
        lacking('PUBLIC_URL', 'must be set too: Stripe leads back to it')
      if (env.SMTP_URL && !env.MAIL_FROM) lacking('MAIL_FROM', 'must be set too, as SMTP_URL is')
      if ((given.length > 0 || env.SMTP_URL) && !env.PUBLIC_URL)
        lacking('PUBLIC_URL', 'must be set too: messages have links')
    })
    .safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration cannot be used:\n${lines.join('\n')}`)
  }
  return { ...parsed.data, dataDir: path.resolve(parsed.data.DATA_DIR) }
}

/** Our own environment for a process that we start, with some variables set. */
export function childEnvironment(set: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...set }
}
