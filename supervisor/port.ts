import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What keeps the web from listening there, in words for a terminal; null when nothing does. */
export function portProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(
          `Port ${port} is already in use, by another program or by an OPOP Expo that runs already.\n` +
            `Choose another one: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
        )
      } else if (error.code === 'EACCES') {
        resolve(`Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm start`)
      } else {
        resolve(
          `The web cannot listen on ${host}:${port} (${error.code ?? error.message}). See PORT and HOST.`,
        )
      }
    })
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

/** Resolves when /readyz answers yes. @throws Error when it does not within a minute. */
export async function waitUntilWebIsReady(port: number, host: string): Promise<void> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const address = reachable.includes(':') ? `[${reachable}]` : reachable
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://${address}:${port}/readyz`, { signal: AbortSignal.timeout(5_000) })
      if (response.ok) return
    } catch {
      // It is being restarted; ask again.
    }
    await sleep(50)
  }
  throw new Error('The web runs but is not ready: it does not reach its database.')
}
