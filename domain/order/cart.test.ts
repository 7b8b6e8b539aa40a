import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToCart, CART_LINES, CART_QUANTITY, formatCart, parseCart, setInCart, takeFromCart } from './cart'

const slug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('-'))
const cart = fc.uniqueArray(fc.record({ slug, quantity: fc.integer({ min: 1, max: CART_QUANTITY }) }), {
  selector: (one) => one.slug,
  maxLength: CART_LINES,
})

describe('a cart', () => {
  test('is the same after it was a cookie', () => {
    fc.assert(
      fc.property(cart, (items) => {
        expect(parseCart(formatCart(items))).toEqual(items)
      }),
    )
  })

  test('reads any text and keeps within its limits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.~-]{0,200}$/)), (text) => {
        const items = parseCart(text)
        expect(items.length).toBeLessThanOrEqual(CART_LINES)
        expect(new Set(items.map((one) => one.slug)).size).toBe(items.length)
        for (const { quantity } of items) expect(quantity).toBeGreaterThan(0)
        expect(parseCart(formatCart(items))).toEqual(items)
      }),
    )
  })

  test('drops what is not of its form', () => {
    expect(parseCart('madu.2~madu.3~kopi.0~Teh.1~teh.1.1~gula~kerupuk.99~dodol.4')).toEqual([
      { slug: 'madu', quantity: 2 },
      { slug: 'dodol', quantity: 4 },
    ])
  })

  test('adds, counts up, sets and takes out', () => {
    const one = addToCart([], 'madu')
    expect(addToCart(one, 'madu')).toEqual([{ slug: 'madu', quantity: 2 }])
    expect(addToCart(one, 'kopi').map((item) => item.slug)).toEqual(['kopi', 'madu'])
    expect(setInCart(one, 'madu', 500)).toEqual([{ slug: 'madu', quantity: CART_QUANTITY }])
    expect(setInCart(one, 'madu', 0)).toEqual([])
    expect(takeFromCart(addToCart(one, 'kopi'), ['madu'])).toEqual([{ slug: 'kopi', quantity: 1 }])
  })

  test('that is full takes nothing more', () => {
    const full = Array.from({ length: CART_LINES }, (_, at) => ({ slug: `p-${at}`, quantity: 1 }))
    expect(addToCart(full, 'madu')).toEqual(full)
  })
})
