import type { AddressInfo, Socket } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Fault, ReceivedMail } from './outside-world-types'

export interface MailStandIn {
  received: ReceivedMail[]
  port(): number
  listen(): Promise<void>
  inject(fault: Fault): void
  /** Ends all connections, as servers do with those that say nothing for a while. */
  drop(): void
  close(): Promise<void>
}

/** A mail server that keeps what it gets, and refuses or falls silent when told to. */
export function mailStandIn(): MailStandIn {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const faults: (Fault & { left: number })[] = []

  function takeFault(to: string | null, fits: (fault: Fault) => boolean): Fault | null {
    const fault = faults.find(
      (each) => each.left > 0 && (!each.to || to === null || each.to === to) && fits(each),
    )
    if (!fault) return null
    fault.left -= 1
    return fault
  }
  const refusal = (code: number) => Object.assign(new Error(`${code} refused`), { responseCode: code })

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      const fault = takeFault(null, (each) => each.kind === 'smtp' && each.at === 'connect')
      done(fault?.kind === 'smtp' ? refusal(fault.code) : undefined)
    },
    onRcptTo({ address }, _session, done) {
      const fault = takeFault(address, (each) => each.kind === 'smtp' && each.at === 'rcpt')
      done(fault?.kind === 'smtp' ? refusal(fault.code) : undefined)
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const fault = takeFault(to, (each) => each.kind !== 'smtp' || each.at === 'data')
        if (fault?.kind === 'silent-before') return
        if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms).unref())
        if (fault?.kind === 'smtp') {
          done(refusal(fault.code))
          return
        }
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        received.push({
          to,
          from: mail.from?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: mail.html ?? '',
          messageId: mail.messageId ?? '',
          headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
          at: Date.now(),
        })
        if (fault?.kind !== 'silent-after') done()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  return {
    received,
    port: () => (server.server.address() as AddressInfo).port,
    listen: () => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)),
    inject: (fault) => faults.push({ ...fault, left: fault.times ?? 1 }),
    drop: () => {
      for (const socket of sockets) socket.end()
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
