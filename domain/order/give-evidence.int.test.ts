import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addPerson } from '~/test/setup/actors'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { MOST_EVIDENCE } from './disputes'
import { giveEvidence } from './give-evidence.server'
import { readEvidencePicture } from './read-evidence-picture.server'
import { readOrder } from './read-order.server'

let database: TestDatabase
let hall: OrderHall
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
})
afterAll(() => database?.drop())

const TOTAL = 4_300_000
const WORDS = 'Dikirim 3 November dengan JNE, resi JX 123.'

/** A photograph as a phone takes it: with a camera's name in it, and turned. */
const photograph = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .withExif({ IFD0: { Make: 'PonselUji' } })
    .jpeg()
    .toBuffer()

async function disputedOrder(booth: OrderBooth) {
  const buyer = await hall.buyer()
  const orderId = await hall.placed(buyer, hall.order(booth, { way: 'card' }))
  const card = await hall.cardPayment(orderId)
  const { now } = hall.context
  const disputeId = `dp_${orderId}`
  await card.tell(
    card.charged({
      disputes: [{ id: disputeId, amountMinor: TOTAL, feeMinor: 0, state: 'open', dueAt: now, at: now }],
    }),
  )
  const give = (actor: Actor, picture: Buffer | null, text = WORDS) =>
    giveEvidence(hall.as(actor), { orderId, disputeId, text, picture })
  const given = async () =>
    (await readOrder(hall.as(hall.organiser), { id: orderId, locale: 'id' })).disputes[0]?.evidence ?? []
  const read = (actor: Actor, evidenceId: string, of = orderId) =>
    readEvidencePicture(hall.as(actor), { orderId: of, evidenceId })
  return { buyer, orderId, give, given, read }
}

test('a photograph given against a dispute is made anew, and its pesantren and the organiser alone see it', async () => {
  const [booth, other] = [await hall.booth(), await hall.booth()]
  const one = await disputedOrder(booth)
  const [photo, more] = [await photograph('#cba'), await photograph('#345')]
  expect(photo.includes('PonselUji')).toBe(true)
  expect(await one.give(booth.actor, photo)).toEqual({ kind: 'given' })
  // Sent twice by one tap; then the same words with another picture.
  expect(await one.give(booth.actor, photo)).toEqual({ kind: 'given' })
  expect(await one.given()).toMatchObject([{ text: WORDS, hasPicture: true }])
  expect(await one.give(booth.actor, more)).toEqual({ kind: 'given' })
  expect(await one.given()).toHaveLength(2)

  const [first, second] = await one.given()
  const reader = await addPerson(database, booth.id, 'pesantren', 'member')
  const seen = []
  for (const actor of [booth.actor, reader, hall.organiser]) {
    const file = await one.read(actor, first?.id ?? '')
    expect(file.contentType).toBe('image/webp')
    expect(file.body.includes('PonselUji')).toBe(false)
    expect(await sharp(file.body).metadata()).toMatchObject({ format: 'webp', width: 900, height: 600 })
    seen.push(file.body)
  }
  expect((await one.read(booth.actor, second?.id ?? '')).body.equals(seen[0] ?? Buffer.alloc(0))).toBe(false)
  for (const actor of [one.buyer, other.actor])
    await expect(one.read(actor, first?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.read({ kind: 'visitor' }, first?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })

  // By the address of another order of the same pesantren, and of none.
  const two = await disputedOrder(booth)
  await expect(one.read(booth.actor, first?.id ?? '', two.orderId)).rejects.toMatchObject({
    code: 'not-found',
  })
  for (const nothing of [newId(), 'parcel'])
    await expect(one.read(booth.actor, nothing)).rejects.toMatchObject({ code: 'not-found' })
})

test('what is no photograph is refused, and so is who may not write: nothing is kept of it', async () => {
  const booth = await hall.booth()
  const { buyer, give, given } = await disputedOrder(booth)
  const photo = await photograph('#789')
  const refused = [
    [Buffer.from('bukan gambar'), 'not-a-photo'],
    [photo.subarray(0, 400), 'broken'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'not-a-photo'],
  ] as const
  for (const [picture, problem] of refused)
    expect(await give(booth.actor, picture), problem).toEqual({ kind: 'bad-picture', problem })
  // The words are looked at first: a photograph alone says nothing.
  expect(await give(booth.actor, photo, ' ')).toEqual({ kind: 'empty' })
  const reader = await addPerson(database, booth.id, 'pesantren', 'member')
  await expect(give(reader, photo)).rejects.toMatchObject({ code: 'forbidden' })
  for (const actor of [buyer, hall.organiser])
    await expect(give(actor, photo)).rejects.toMatchObject({ code: 'not-found' })
  expect(await given()).toEqual([])
})

test('a dispute takes so many pieces and no more, with a picture or without', async () => {
  const booth = await hall.booth()
  const { orderId, give, given } = await disputedOrder(booth)
  const photo = await photograph('#abc')
  for (let at = 0; at < MOST_EVIDENCE; at++)
    expect(await give(booth.actor, at % 2 ? photo : null, `Keterangan ${at}`)).toEqual({ kind: 'given' })
  expect(await give(booth.actor, photo, 'Satu lagi')).toEqual({ kind: 'closed' })
  expect(await given()).toHaveLength(MOST_EVIDENCE)
  const rows = await database.connection.db.select().from(schema.disputeEvidence)
  expect(rows.filter((row) => row.orderId === orderId)).toHaveLength(MOST_EVIDENCE)
})
