import { describe, expect, test } from 'vitest'
import { emptyTypedProduct, type TypedProduct } from '~/domain/product/typed-product'
import { compareEdits, readPicked } from './picked-fields'

const form = (change: Partial<TypedProduct>): TypedProduct => ({ ...emptyTypedProduct(), ...change })
const tiers = (price: string) => [{ from: '10', price }]

describe('two edits of one form', () => {
  const base = form({ 'name.id': 'Kopi', stock: '5', tiers: tiers('90.000') })
  const mine = form({ 'name.id': 'Kopi saya', stock: '5', tiers: tiers('91.000'), hsCode: '090121' })
  const theirs = form({ 'name.id': 'Kopi', stock: '9', tiers: tiers('95.000') })

  test('what only they changed is taken, what both changed is asked, what only I changed is kept', () => {
    const { fields, merged } = compareEdits(base, mine, theirs)
    expect(fields.map(({ field, by, pick }) => [field, by, pick])).toEqual([
      ['name.id', 'me', 'mine'],
      ['stock', 'them', 'theirs'],
      ['hsCode', 'me', 'mine'],
      ['tiers', 'both', 'mine'],
    ])
    expect(merged).toEqual({ ...mine, stock: '9' })
  })

  test('where nobody knows what both began with, everything is asked and nothing taken', () => {
    const { fields, merged } = compareEdits(null, mine, theirs)
    expect(fields).toHaveLength(4)
    expect(fields.every(({ by, pick }) => by === null && pick === 'mine')).toBe(true)
    expect(merged).toEqual(mine)
  })
})

describe('choices that came without JavaScript', () => {
  const sent = (entries: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(entries)) data.set(name, value)
    return data
  }

  test('are what is saved, prices too', () => {
    const picked = readPicked(
      form({ stock: '5', tiers: tiers('1') }),
      sent({
        'pick.stock': 'theirs',
        'mine.stock': '5',
        'theirs.stock': '9',
        'pick.tiers': 'theirs',
        'mine.tiers': JSON.stringify(tiers('1')),
        'theirs.tiers': JSON.stringify(tiers('2')),
      }),
    )
    expect(picked).toEqual(form({ stock: '9', tiers: tiers('2') }))
  })

  test('never go over what was typed after them, nor break on nonsense', () => {
    const typed = form({ stock: '7' })
    expect(
      readPicked(typed, sent({ 'pick.stock': 'theirs', 'mine.stock': '5', 'theirs.stock': '9' })),
    ).toEqual(typed)
    expect(
      readPicked(typed, sent({ 'pick.tiers': 'theirs', 'mine.tiers': '{', 'theirs.tiers': 'null' })),
    ).toEqual(typed)
    expect(readPicked(typed, sent({ 'pick.stock': 'nobody' }))).toEqual(typed)
  })
})
