import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { changePavilionLook } from './change-pavilion-look.server'
import { listPavilionLooks } from './list-pavilion-looks.server'
import { pavilionStyle } from './motifs'
import { readManifest } from './read-manifest.server'
import { readPavilionLook } from './read-pavilion-look.server'

let hall: TestHall
let one: Extract<Actor, { kind: 'person' }>
let two: Extract<Actor, { kind: 'person' }>
const as = (actor: Actor): Context =>
  contextOf({ ...visitorContext(hall.database), now: hall.context().now }, actor)
const plered = { motif: 'plered', roof: 'gable', colour: '#7a2a1f', accent: '#efcf85' }

beforeAll(async () => {
  hall = await createTestHall()
  const office = await addCompany(hall.database, 'organiser', 'dinas')
  one = await addPerson(hall.database, office, 'organiser', 'owner', { name: 'Ilham' })
  two = await addPerson(hall.database, office, 'organiser', 'owner', { name: 'Sari' })
  expect(await listPavilionLooks(as(one))).toEqual([])
  await fillTestHall(hall)
})
afterAll(() => hall?.database.drop())

async function pavilionInHall(number: number) {
  const manifest = await readManifest(hall.context())
  return manifest?.pavilions.find((pavilion) => pavilion.number === number)
}

describe('a pavilion’s look', () => {
  test('is in the hall’s manifest at its next reading, and no booth’s file changes', async () => {
    const before = await pavilionInHall(1)
    const { seen, changes, isSuggested } = await readPavilionLook(as(one), { number: 1 })
    expect({ seen, changes, isSuggested }).toEqual({ seen: 0, changes: [], isSuggested: false })
    expect(await changePavilionLook(as(one), { number: 1, seen, look: plered })).toEqual({ kind: 'saved' })
    const after = await pavilionInHall(1)
    expect(after).toEqual({ ...before, ...plered })
    expect(after).not.toEqual(before)
  })

  test('tells who changed it, and can be put back to the first suggestion', async () => {
    const view = await readPavilionLook(as(two), { number: 1 })
    expect(view.changes).toMatchObject([{ look: plered, by: 'Ilham' }])
    expect(view.suggested).toEqual(pavilionStyle('3201'))
    expect(await changePavilionLook(as(two), { number: 1, seen: view.seen, look: view.suggested })).toEqual({
      kind: 'saved',
    })
    const again = await readPavilionLook(as(one), { number: 1 })
    expect(again).toMatchObject({ isSuggested: true, look: pavilionStyle('3201') })
    expect(again.changes.map(({ by }) => by)).toEqual(['Sari', 'Ilham'])
  })

  test('is refused where lettering could not be read, and nothing is written', async () => {
    const before = await pavilionInHall(2)
    const change = (look: typeof plered) => changePavilionLook(as(one), { number: 2, seen: 0, look })
    expect(await change({ ...plered, colour: '#c9a063' })).toEqual({
      kind: 'refused',
      problems: { colour: 'letters-faint' },
    })
    expect(await change({ ...plered, accent: '#7a2a2f' })).toEqual({
      kind: 'refused',
      problems: { accent: 'accent-faint' },
    })
    expect(await change({ ...plered, motif: 'kawung' })).toEqual({
      kind: 'refused',
      problems: { motif: 'choice' },
    })
    expect(await pavilionInHall(2)).toEqual(before)
    expect((await readPavilionLook(as(one), { number: 2 })).changes).toEqual([])
  })

  test('goes to one of two who change it at once', async () => {
    const { seen } = await readPavilionLook(as(one), { number: 3 })
    const outcomes = await Promise.all([
      changePavilionLook(as(one), { number: 3, seen, look: plered }),
      changePavilionLook(as(two), { number: 3, seen, look: { ...plered, motif: 'complongan' } }),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
    const view = await readPavilionLook(as(one), { number: 3 })
    expect(view.changes).toHaveLength(1)
    expect(view.look.motif).toBe(outcomes[0].kind === 'saved' ? 'plered' : 'complongan')
    // Who sends the same twice is not told that somebody else did it.
    expect(await changePavilionLook(as(two), { number: 3, seen, look: view.look })).toEqual({ kind: 'same' })
    expect((await readPavilionLook(as(one), { number: 3 })).changes).toHaveLength(1)
  })

  test('is listed with every pavilion in one query', async () => {
    const { result, queries } = await hall.counted(() => listPavilionLooks(as(one)))
    expect(queries).toBe(1)
    expect(result.map(({ number, regencyName, isSuggested }) => [number, regencyName, isSuggested])).toEqual([
      [1, 'Bogor', true],
      [2, 'Sukabumi', false],
      [3, 'Cianjur', false],
    ])
    expect(result.map(({ changedAt }) => changedAt !== null)).toEqual([true, false, true])
  })
})

describe('who may not', () => {
  const others: [string, () => Actor, string][] = [
    ['a visitor', () => ({ kind: 'visitor' }), 'forbidden'],
    ['a pesantren', () => actorFor(newId(), 'pesantren'), 'forbidden'],
    ['an offtaker', () => actorFor(newId(), 'offtaker'), 'forbidden'],
    ['a buyer', () => actorFor(newId(), 'buyer'), 'forbidden'],
    [
      'the sample organiser in a real hall',
      () => actorFor(newId(), 'organiser', { isSample: true }),
      'not-found',
    ],
  ]
  test.each(others)('%s', async (_, actor, code) => {
    const before = await hall.db.select().from(schema.pavilion).where(eq(schema.pavilion.number, 2))
    await expect(changePavilionLook(as(actor()), { number: 2, seen: 0, look: plered })).rejects.toMatchObject(
      { code },
    )
    await expect(readPavilionLook(as(actor()), { number: 2 })).rejects.toMatchObject({ code })
    if (code === 'forbidden') await expect(listPavilionLooks(as(actor()))).rejects.toMatchObject({ code })
    else expect(await listPavilionLooks(as(actor()))).toEqual([])
    expect(await hall.db.select().from(schema.pavilion).where(eq(schema.pavilion.number, 2))).toEqual(before)
  })
  test('the organiser, where no such pavilion stands', async () => {
    const gone = changePavilionLook(as(one), { number: 99, seen: 0, look: plered })
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })
})
