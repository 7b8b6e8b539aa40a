import { expect, test } from 'vitest'
import { inBatches } from './in-batches'

test('what comes together is done together, one batch at a time, and each is told of its own', async () => {
  const batches: number[][] = []
  let atOnce = 0
  const add = inBatches<number>(
    async (items) => {
      atOnce += 1
      expect(atOnce).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      batches.push(items)
      atOnce -= 1
    },
    { gatherMs: 5 },
  )
  await Promise.all(Array.from({ length: 30 }, (_, i) => add(i)))
  await add(30)
  expect(batches).toEqual([Array.from({ length: 30 }, (_, i) => i), [30]])
})

test('one that cannot be done fails alone', async () => {
  const done: number[] = []
  const add = inBatches<number>(
    async (items) => {
      if (items.includes(2)) throw new Error('not two')
      done.push(...items)
    },
    { gatherMs: 1 },
  )
  const told = await Promise.allSettled([1, 2, 3].map(add))
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(done).toEqual([1, 3])
})
