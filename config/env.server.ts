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
  const parsed = schema.safeParse(source)
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
