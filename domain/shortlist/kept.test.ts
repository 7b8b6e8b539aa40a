import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addKept, formatKept, isKept, KEPT_LIMIT, type Kept, parseKept, removeKept } from './kept'

const kept = fc.record<Kept>({
  kind: fc.constantFrom('product', 'booth'),
  slug: fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}$/),
})
const many = fc.uniqueArray(kept, { selector: ({ kind, slug }) => `${kind} ${slug}`, maxLength: KEPT_LIMIT })

test('a shelf survives the cookie', () => {
  fc.assert(
    fc.property(many, (shelf) => {
      const text = formatKept(shelf)
      expect(text.length).toBeLessThan(4_000)
      // Nothing that a cookie would have to escape.
      expect(text).toMatch(/^[a-z0-9._-]*$/)
      expect(parseKept(text)).toEqual(shelf.slice(0, parseKept(text).length))
      if (shelf.length <= 30) expect(parseKept(text)).toEqual(shelf)
    }),
  )
})

test('whatever somebody writes into the cookie, only slugs come out', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 6_000 }), (text) => {
      const shelf = parseKept(text)
      expect(shelf.length).toBeLessThanOrEqual(KEPT_LIMIT)
      for (const { slug } of shelf) expect(slug).toMatch(/^[a-z0-9-]+$/)
    }),
  )
})

test('added once however often, newest first, gone when removed', () => {
  fc.assert(
    fc.property(many, kept, (shelf, one) => {
      const added = addKept(addKept(shelf, one), one)
      expect(added[0]).toEqual(one)
      expect(added.length).toBeLessThanOrEqual(KEPT_LIMIT)
      expect(added.filter((other) => isKept([one], other))).toHaveLength(1)
      expect(isKept(removeKept(added, one), one)).toBe(false)
    }),
  )
})
