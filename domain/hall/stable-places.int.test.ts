import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { addCompany, addPerson } from '~/test/setup/actors'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { noStorage } from '~/test/setup/test-storage'
import { closeOrganisation } from '../account/close-organisation.server'
import { giveBooth } from '../organisation/give-booth.server'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { layoutHall, type SlotPlace, slotPlace } from './layout'
import { readManifest } from './read-manifest.server'
import { readShard } from './read-shard.server'

/** Soon full, so that those who come too late are seen too. */
const SMALL = 3
const SMALL_SLOTS = 4

let it: TestHall
let organiser: Extract<Actor, { kind: 'person' }>
/** The slugs of those who joined and may close. */
let open: string[]
const ids = new Map<string, string>()

beforeAll(async () => {
  it = await createTestHall()
  await fillTestHall(it)
  const { pavilion } = schema
  await it.db
    .update(pavilion)
    .set({ slotCount: SMALL_SLOTS })
    .where(and(eq(pavilion.editionId, it.editionId), eq(pavilion.number, SMALL)))
  organiser = await addPerson(
    it.database,
    await addCompany(it.database, 'organiser', 'penyelenggara'),
    'organiser',
  )
  open = []
})
afterAll(() => it.database.drop())

interface Standing {
  pavilion: number
  slot: number
  closed: boolean
  place: SlotPlace
}

/** Every booth by its address, where the hall that is read from outside puts it. */
async function standing(): Promise<Map<string, Standing>> {
  const manifest = await readManifest(it.context())
  if (!manifest) throw new Error('the hall is open')
  const layout = layoutHall(manifest.pavilions)
  const booths = new Map<string, Standing>()
  for (const { number, version } of manifest.pavilions) {
    const { shard } = await readShard(it.context(), { edition: manifest.edition, pavilion: number, version })
    expect(shard.version).toBe(version)
    for (const { slug, slot, closed } of shard.booths)
      booths.set(slug, { pavilion: number, slot, closed, place: slotPlace(layout, number, slot) })
  }
  return booths
}

let names = 0
async function join(pavilion: number): Promise<{ slug: string; kind: string }> {
  const slug = `baru-${++names}`
  const id = newId()
  ids.set(slug, id)
  await it.db
    .insert(schema.organisation)
    .values({ id, kind: 'pesantren', slug, name: slug, regencyCode: `320${pavilion}` })
  const context = {
    ...it.context(),
    search: openPostgresSearch(it.db),
    storage: noStorage,
    actor: organiser,
    newId,
  }
  const { kind } = await giveBooth(context, { organisationId: id })
  return { slug, kind }
}

async function close(slug: string): Promise<void> {
  const organisationId = ids.get(slug) ?? ''
  const { now } = it.context()
  await inTransaction(it.db, (tx) =>
    closeOrganisation(tx, { newId, now }, { organisationId, personId: organiser.personId }),
  )
}

/** One leaves a pavilion that is full then, and the next finds no slot there all the same. */
const FULL_AND_LEFT = [
  ...Array.from({ length: SMALL_SLOTS }, () => ({ does: 'join' as const, pavilion: SMALL })),
  { does: 'close' as const, which: 1 },
  { does: 'join' as const, pavilion: SMALL },
]

const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('join' as const), pavilion: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ does: fc.constant('close' as const), which: fc.nat() }),
  ),
  { minLength: 4, maxLength: 8 },
)

test('booths that join or close move no other; slots are appended, and those that were left stay empty', async () => {
  // The hall goes on from one run to the next.
  await fc.assert(
    fc.asyncProperty(steps, async (course) => {
      for (const step of course) {
        const before = await standing()
        if (step.does === 'join') {
          const { slug, kind } = await join(step.pavilion)
          const after = await standing()
          const neighbours = [...before.values()].filter(({ pavilion }) => pavilion === step.pavilion)
          const isFull = step.pavilion === SMALL && neighbours.length === SMALL_SLOTS
          expect(kind).toBe(isFull ? 'full' : 'placed')
          if (!isFull) {
            expect(after.get(slug)).toMatchObject({
              pavilion: step.pavilion,
              slot: neighbours.length,
              closed: false,
            })
            open.push(slug)
            after.delete(slug)
          }
          expect(after).toEqual(before)
        } else {
          const [slug] = open.splice(step.which % Math.max(1, open.length), 1)
          if (!slug) continue
          await close(slug)
          const was = before.get(slug)
          if (!was) throw new Error('it stood there')
          // Shut, at the same place.
          expect(await standing()).toEqual(before.set(slug, { ...was, closed: true }))
        }
      }
    }),
    { numRuns: 6, endOnFailure: true, examples: [[FULL_AND_LEFT]] },
  )
  const booths = await standing()
  expect([...booths.values()].some(({ closed }) => closed)).toBe(true)
  const places = [...booths.values()].map(({ place }) => `${place.x} ${place.z}`)
  expect(new Set(places).size).toBe(booths.size)
}, 60_000)
