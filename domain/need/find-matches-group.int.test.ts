import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { createMatchHall, type MatchHall } from '~/test/setup/match-hall'

let hall: MatchHall
beforeAll(async () => {
  hall = await createMatchHall()
  await hall.db
    .insert(schema.regency)
    .values([
      { code: '3206', provinceCode: '32', kind: 'kabupaten', name: 'Tasikmalaya' },
      { code: '3212', provinceCode: '32', kind: 'kabupaten', name: 'Indramayu' },
    ])
    .onConflictDoNothing()
  await hall.maker('garut', { monthlyCapacity: 400, promisedCapacity: 100 }, { regencyCode: '3205' })
  // 60 km as the crow flies, and more.
  await hall.maker('indramayu', { monthlyCapacity: 390 }, { regencyCode: '3212' })
  await hall.maker('tasikmalaya', { monthlyCapacity: 250 }, { regencyCode: '3206' })
  await hall.maker('jagung', { name: { id: 'Jagung pipil' }, monthlyCapacity: 390 }, { regencyCode: '3205' })
})
afterAll(() => hall.database.drop())

const groupOf = async (needId: string, page = 1) =>
  (await hall.find(needId, page)).matches.group?.members.map(({ booth, free, takes }) => [
    booth.slug,
    free,
    takes,
  ])

it('proposes those near each other who have enough together, with each one’s part', async () => {
  const needId = await hall.need({ monthlyVolume: 500 })
  expect(await groupOf(needId)).toEqual([
    ['garut', 300, 300],
    ['tasikmalaya', 250, 200],
  ])
})

it('proposes nobody where one has enough alone, or all together have too little', async () => {
  expect(await groupOf(await hall.need({ monthlyVolume: 390 }))).toBeUndefined()
  expect(await groupOf(await hall.need({ monthlyVolume: 600 }))).toBeUndefined()
})

it('asks the database no more for it', async () => {
  const [alone, together] = [await hall.need({ monthlyVolume: 390 }), await hall.need({ monthlyVolume: 500 })]
  const counts = [(await hall.counted(alone)).queries, (await hall.counted(together)).queries]
  expect(counts[1]).toBe(counts[0])
})
