import { expect, test } from 'vitest'
import type { BoothGoods } from '~/domain/hall/read-booth-goods.server'
import { FRESH_FOR, KeptGoods } from './kept-goods'

const goodsOf = (slug: string): BoothGoods => ({ slug, goods: [], more: false })

test('goods are at hand for a minute, then they are read anew', () => {
  const kept = new KeptGoods()
  expect(kept.fresh('a', 0)).toBeNull()
  kept.keep('a', goodsOf('a'), 0)
  expect(kept.fresh('a', FRESH_FOR - 1)).toEqual(goodsOf('a'))
  expect(kept.fresh('a', FRESH_FOR)).toBeNull()
  kept.keep('a', goodsOf('a'), FRESH_FOR)
  expect(kept.fresh('a', FRESH_FOR + 1)).toEqual(goodsOf('a'))
})

test('of many booths those that were read last stay at hand', () => {
  const kept = new KeptGoods()
  for (let booth = 0; booth < 200; booth++) kept.keep(`${booth}`, goodsOf(`${booth}`), booth)
  expect([kept.fresh('0', 200), kept.fresh('199', 200)]).toEqual([null, goodsOf('199')])
})
