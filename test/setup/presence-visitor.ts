import net from 'node:net'

/** What Chromium sends with the hall's request, as it was seen; the address and the host come before it. */
const BROWSER_HEADERS = [
  'Connection: keep-alive',
  'sec-ch-ua-platform: "Android"',
  'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  'accept: text/event-stream',
  'sec-ch-ua: "Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"',
  'sec-ch-ua-mobile: ?1',
  'Sec-Fetch-Site: same-origin',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Dest: empty',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7',
]

export interface VisitorOptions {
  /** Scheme, host and port. */
  url: string
  visit: string
  /** What a proxy of ours would say of the visitor's address; not counted as the visitor's bytes. */
  forwardedFor?: string
}

/** A visitor's side of the hall's presence over plain sockets, which counts every byte that passes. */
export class PresenceVisitor {
  sent = 0
  received = 0
  /** All that was received since the newest stream was opened, headers and chunk lengths too. */
  raw = ''
  private socket: net.Socket | null = null
  private readonly ended = new Set<net.Socket>()

  constructor(private readonly options: VisitorOptions) {}

  /** Opens a stream for a pavilion, on a connection of its own, as HTTP/1.1 has to; the older one is closed. */
  async enter(pavilion: number): Promise<void> {
    this.leave()
    const { url, visit, forwardedFor } = this.options
    const { hostname, port, host } = new URL(url)
    const socket = net.connect(Number(port), hostname)
    this.socket = socket
    this.raw = ''
    const own = `GET /hall/presence?pavilion=${pavilion}&visit=${visit} HTTP/1.1\r\nHost: ${host}\r\n${BROWSER_HEADERS.join('\r\n')}\r\n`
    const proxys = forwardedFor ? `X-Forwarded-For: ${forwardedFor}\r\n` : ''
    socket.on('data', (chunk) => {
      this.received += chunk.length
      if (this.socket === socket) this.raw += chunk.toString('latin1')
    })
    socket.on('error', () => this.ended.add(socket))
    socket.on('close', () => this.ended.add(socket))
    await new Promise<void>((resolve, reject) => {
      socket.once('data', () => resolve())
      socket.once('close', () => reject(new Error('the stream was not opened')))
      socket.write(`${own}${proxys}\r\n`)
    })
    this.sent += Buffer.byteLength(own) + 2
  }

  get isOpen(): boolean {
    return this.socket !== null && !this.ended.has(this.socket)
  }

  get status(): number {
    return Number(/^HTTP\/1.1 (\d+)/.exec(this.raw)?.[1])
  }

  /** The newest figures that were heard: people here, people in the hall. */
  figures(): [here: number, inHall: number] | null {
    const last = [...this.raw.matchAll(/data:(\d+) (\d+)/g)].at(-1)
    return last ? [Number(last[1]), Number(last[2])] : null
  }

  leave(): void {
    this.socket?.destroy()
    this.socket = null
  }
}

/** A visit's name that no other number has. */
export function visitName(number: number): string {
  return `visitor-${String(number).padStart(8, '0')}`
}
