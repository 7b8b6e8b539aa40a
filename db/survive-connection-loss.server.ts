import type { Logger } from 'pino'

const LOST =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|57P0[1-3])$/

/**
 * Keeps a process alive through the death of its database. The driver asks each new connection for its
 * array types in a promise that nobody holds: when the server dies at that moment, the rejection is
 * nobody's and would end the process. Queries that were waiting fail in their own promises as always.
 */
export function surviveConnectionLoss(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : ''
    if (!LOST.test(code)) throw reason
    log.warn({ code }, 'a connection to the database was lost')
  })
}
