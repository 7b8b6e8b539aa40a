import { isSlug } from '../shared/slug'

/** A product whose sample a reader wants. */
export interface CartItem {
  slug: string
  quantity: number
}

export const CART_LINES = 20
/** The most of one sample that a cart holds; what a pesantren gives to one buyer may be less. */
export const CART_QUANTITY = 20
/** Browsers drop a cookie above 4,096 bytes; some room stays for its name and attributes. */
const TEXT_LIMIT = 3_800

/** The cart as one cookie value, the newest first; what doesn't fit is left off at the end. */
export function formatCart(items: readonly CartItem[]): string {
  let text = ''
  for (const { slug, quantity } of items.slice(0, CART_LINES)) {
    const next = `${text}${text ? '~' : ''}${slug}.${quantity}`
    if (next.length > TEXT_LIMIT) break
    text = next
  }
  return text
}

/** Reads a cookie value that anybody may have changed: what isn't of the form is dropped. */
export function parseCart(text: string): CartItem[] {
  const items: CartItem[] = []
  for (const part of text.slice(0, TEXT_LIMIT).split('~')) {
    const [slug, digits, ...more] = part.split('.')
    const quantity = /^[1-9]\d?$/.test(digits ?? '') ? Number(digits) : 0
    if (!isSlug(slug) || more.length > 0 || quantity < 1 || quantity > CART_QUANTITY) continue
    if (items.some((one) => one.slug === slug) || items.length === CART_LINES) continue
    items.push({ slug, quantity })
  }
  return items
}

/** With one more of it; a full cart stays as it is. */
export function addToCart(items: readonly CartItem[], slug: string): CartItem[] {
  const known = items.find((one) => one.slug === slug)
  if (known) return setInCart(items, slug, known.quantity + 1)
  return items.length >= CART_LINES ? [...items] : [{ slug, quantity: 1 }, ...items]
}

/** With so many of it; 0 takes it out. */
export function setInCart(items: readonly CartItem[], slug: string, quantity: number): CartItem[] {
  if (quantity < 1) return items.filter((one) => one.slug !== slug)
  const most = Math.min(Math.trunc(quantity), CART_QUANTITY)
  return items.map((one) => (one.slug === slug ? { slug, quantity: most } : one))
}

/** Without what was ordered. */
export function takeFromCart(items: readonly CartItem[], slugs: readonly string[]): CartItem[] {
  return items.filter(({ slug }) => !slugs.includes(slug))
}
