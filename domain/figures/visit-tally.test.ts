import { describe, expect, test } from 'vitest'
import { MOST_OF_CLIENT, MOST_OF_PAGE, SAME_VISIT_MS, seenAt, VisitTally } from './visit-tally'

const day = '2026-11-22'
const booth = { kind: 'booth' as const, slug: 'al-ittihad' }
const by = (who: string, client = 'one', own: string[] = []) => ({ who, client, own, day })
const counted = (tally: VisitTally) => tally.take().reduce((sum, { count }) => sum + count, 0)

describe('a tally', () => {
  test('counts a visitor of a page once in half an hour', () => {
    const tally = new VisitTally()
    expect(tally.add(booth, by('a'), 0)).toBe(true)
    expect(tally.add(booth, by('a'), SAME_VISIT_MS - 1)).toBe(false)
    expect(tally.add({ ...booth, kind: 'hall' }, by('a'), 1)).toBe(true)
    expect(tally.add(booth, by('b'), 1)).toBe(true)
    expect(tally.add(booth, by('a'), SAME_VISIT_MS)).toBe(true)
    expect(tally.take()).toEqual([
      { ...booth, day, own: [], count: 3 },
      { kind: 'hall', slug: 'al-ittihad', day, own: [], count: 1 },
    ])
    expect(tally.take()).toEqual([])
  })

  test('an address that changes its name blows nothing up', () => {
    const tally = new VisitTally()
    for (let n = 0; n < 1_000; n++) tally.add(booth, by(`agent ${n}`), n)
    expect(counted(tally)).toBe(MOST_OF_PAGE)
    for (let n = 0; n < 1_000; n++) tally.add({ kind: 'product', slug: `p-${n}` }, by('a'), n)
    expect(counted(tally)).toBe(MOST_OF_CLIENT - MOST_OF_PAGE)
    // Nor a network that has an address for each.
    for (let n = 0; n < 1_000; n++) tally.add(booth, by(`x ${n}`, `x${n}.net`), n)
    expect(counted(tally)).toBe(4 * MOST_OF_PAGE)
    // An hour later it counts again.
    expect(tally.add(booth, by('late'), 3_600_000)).toBe(true)
  })

  test('keeps who the visitor is of apart, and takes back what could not be written', () => {
    const tally = new VisitTally()
    tally.add(booth, by('a', 'one', ['2', '1']), 0)
    tally.add(booth, by('b', 'one', ['1', '2']), 0)
    tally.add(booth, by('c'), 0)
    const taken = tally.take()
    expect(taken.map(({ own, count }) => [own, count])).toEqual([
      [['1', '2'], 2],
      [[], 1],
    ])
    tally.add(booth, by('d'), 0)
    tally.giveBack(taken)
    expect(counted(tally)).toBe(4)
  })
})

test('booths and products are seen, in the hall too, and nothing else', () => {
  expect(seenAt('/id/booths/al-ittihad')).toEqual(booth)
  expect(seenAt('/ar/products/madu-hutan-al-ittihad.data')).toEqual({
    kind: 'product',
    slug: 'madu-hutan-al-ittihad',
  })
  expect(seenAt('/hall/booths/al-ittihad.json')).toEqual({ kind: 'hall', slug: 'al-ittihad' })
  for (const path of ['/id/hall', '/id/products', '/id/studio/products/x', '/xx/booths/a', '/id/booths/a/b'])
    expect(seenAt(path)).toBeNull()
})
