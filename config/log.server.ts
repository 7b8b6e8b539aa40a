import pino, { type DestinationStream, type Logger } from 'pino'

/** What a log may say of an error: what kind it is and where it came from, never what somebody wrote. */
interface LoggedError {
  type: string
  message?: string
  code?: string
  constraint?: string
  table?: string
  stack?: string
  cause?: LoggedError
}

/**
 * A failed query carries its parameters in its message, PostgreSQL the offending value in its detail: of both
 * only kind, code and constraint are told. Exported for its test.
 */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint_name, table_name, query, severity } = error as Error & Record<string, unknown>
  const fromDatabase = query !== undefined || severity !== undefined
  const told: LoggedError = { type: error.name }
  if (!fromDatabase) told.message = error.message
  if (typeof code === 'string') told.code = code
  if (typeof constraint_name === 'string') told.constraint = constraint_name
  if (typeof table_name === 'string') told.table = table_name
  // The frames only: the first lines repeat the message.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  if (frames?.length) told.stack = frames.slice(0, 12).join('\n')
  if (error.cause !== undefined) told.cause = describeError(error.cause)
  return told
}

/** The structured log of one of our processes, a line a JSON object. */
export function createLog(level: string, base: Record<string, string>, to?: DestinationStream): Logger {
  const options = { level, base, serializers: { err: describeError, error: describeError } }
  return to ? pino(options, to) : pino(options)
}
