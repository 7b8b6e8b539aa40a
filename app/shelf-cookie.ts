import { formatKept, type Kept, parseKept } from '~/domain/shortlist/kept'

const NAME = 'shelf'
const YEAR_SECONDS = 31_536_000

/** What the reader keeps; anybody may write a cookie, so it is checked as if it were typed. */
export function readShelf(request: Request): Kept[] {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1]
  return value ? parseKept(value) : []
}

/** The Set-Cookie for a shelf. It serves nothing else: no account, nothing that says who the reader is. */
export function shelfCookie(kept: readonly Kept[], publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const age = kept.length > 0 ? YEAR_SECONDS : 0
  return `${NAME}=${formatKept(kept)}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}
