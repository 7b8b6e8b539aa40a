import { afterAll, beforeAll, expect, it } from 'vitest'
import { actorFor, addCompany } from '~/test/setup/actors'
import { boothSlugs, createMatchHall, type MatchHall } from '~/test/setup/match-hall'
import { newId } from '../shared/ids'
import { listAnsweringBooths } from './list-answering-booths.server'

let hall: MatchHall
beforeAll(async () => {
  hall = await createMatchHall()
  await hall.maker('sebagian', { monthlyCapacity: 150 })
  await hall.maker('cukup', { monthlyCapacity: 500 })
  await hall.maker('jagung', { name: { id: 'Jagung pipil' } })
})
afterAll(() => hall.database.drop())

it('lists whom the need’s page lists, in its order, and says what is needed', async () => {
  const needId = await hall.need()
  const found = await listAnsweringBooths(hall.as(), { needId, most: 30 })
  const shown = boothSlugs(await hall.find(needId)).map((slug) => hall.boothOf(slug))
  expect(shown.length).toBeGreaterThan(1)
  expect(found).toEqual({
    need: { id: needId, productWords: 'beras pandan wangi', locale: 'id' },
    organisationIds: shown,
  })
  const one = await listAnsweringBooths(hall.as(), { needId, most: 1 })
  expect(one.organisationIds).toEqual(shown.slice(0, 1))
})

it('is for those alone who may read the need', async () => {
  const needId = await hall.need()
  const ask = (who: Parameters<MatchHall['as']>[0], id = needId) =>
    listAnsweringBooths(hall.as(who), { needId: id, most: 30 })
  await expect(ask({ kind: 'visitor' })).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = actorFor(await addCompany(hall.database, 'offtaker', 'orang-lain'), 'offtaker')
  await expect(ask(stranger)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask(hall.actor, newId())).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask(hall.actor, 'x')).rejects.toMatchObject({ code: 'not-found' })
})
