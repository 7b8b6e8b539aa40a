import { isAppError } from '~/domain/shared/app-error'

const CONNECTION_LOST =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|CONNECTION_CLOSED|CONNECTION_ENDED|CONNECTION_DESTROYED|CONNECT_TIMEOUT|57P0[1-3]|08\d{3}|53300)$/

function isConnectionLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (CONNECTION_LOST.test(String((cause as { code?: unknown }).code ?? ''))) return true
  }
  return false
}

/**
 * Runs a use case for a loader or an action. What it refuses, and a lost database, become a response with the
 * right status, which the nearest error boundary shows kindly; anything else is thrown on.
 */
export async function run<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isAppError(error)) {
      const headers: Record<string, string> = error.retryAfterSeconds
        ? { 'Retry-After': String(error.retryAfterSeconds) }
        : {}
      throw refusal(error.code, error.status, headers)
    }
    if (isConnectionLost(error)) {
      throw refusal('unavailable', 503, { 'Retry-After': '10' })
    }
    throw error
  }
}

/** A response, not only data, so that a route without a page can answer with it too. */
function refusal(code: string, status: number, headers: Record<string, string>): Response {
  return Response.json({ code }, { status, headers: { ...headers, 'Cache-Control': 'no-store' } })
}
