import { type CartItem, formatCart, parseCart } from '~/domain/order/cart'

const NAME = 'samples'
const MONTH_SECONDS = 2_592_000

/** Which samples the reader wants; anybody may write a cookie, so it is checked as if it were typed. */
export function readCartCookie(request: Request): CartItem[] {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1]
  return value ? parseCart(value) : []
}

/** The Set-Cookie for a cart. It says nothing of who the reader is. */
export function cartCookie(items: readonly CartItem[], publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const age = items.length > 0 ? MONTH_SECONDS : 0
  return `${NAME}=${formatCart(items)}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}
