import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { readAvailability } from '~/domain/shared/availability.server'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { lockSeats } from '../shared/lock-seats.server'
import { addException } from './add-exception.server'
import { editOpenTimes } from './edit-open-times.server'
import { readOpenTimes } from './read-open-times.server'
import { removeException } from './remove-exception.server'
import type { OpenTimesFields } from './typed-open-times'

/** A Sunday, 10:00 in Jakarta. */
const NOW = new Date('2026-11-22T03:00:00Z')
const MONDAYS = { weekday: 1, fromMinute: 540, toMinute: 600 }

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let guestId: string
const queries: string[] = []
let made = 0
let pesantrenId: string
let owner: Actor

const context = (actor: Actor, now = NOW): Context => contextOf(visitorContext(database, now), actor)
const fields = (part: Partial<OpenTimesFields> = {}): OpenTimesFields => ({
  weekly: [MONDAYS],
  meetingMinutes: 20,
  gapMinutes: 5,
  noticeHours: 0,
  way: 'whatsapp',
  representatives: ['Ust. Ahmad', 'Ustazah Siti'],
  isInstant: false,
  keepsPrayerTimes: true,
  keepsPublicHolidays: true,
  ...part,
})

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  hall = await openSmallHall(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  made++
  guestId = await addCompany(database, 'buyer', `guest-${made}`)
  await database.connection.db.insert(schema.seat).values({ organisationId: guestId, number: 2 })
  pesantrenId = await hall.booth(`host-${made}`, made)
  owner = await addPerson(database, pesantrenId, 'pesantren', 'owner', { name: 'Siti Aminah' })
})

/** An agreed meeting of 20 minutes. */
async function meets(startsAt: string, seat: number): Promise<void> {
  const { db } = database.connection
  const meetingId = newId()
  const times = { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 1_200_000) }
  await db.transaction(async (tx) => {
    await tx.insert(schema.meeting).values({
      id: meetingId,
      state: 'booked',
      occupies: true,
      ...times,
      way: 'whatsapp',
      language: 'id',
      isInstant: true,
      agenda: {
        ...{
          productWords: 'madu',
          productName: null,
          monthlyVolume: null,
          unit: null,
          targetPriceMinor: null,
        },
        ...{ requiredPapers: [], destinationCountry: null, destinationPlace: null, neededBy: null },
        ...{ reasons: [], note: null },
      },
    })
    await tx.insert(schema.meetingParticipant).values([
      { meetingId, organisationId: pesantrenId, side: 'host', seat, ...times, occupies: true },
      { meetingId, organisationId: guestId, side: 'guest', seat, ...times, occupies: true },
    ])
  })
}
const save = (version: number, part: Partial<OpenTimesFields> = {}, actor = owner) =>
  editOpenTimes(context(actor), { version, fields: fields(part) })
const view = (actor = owner) => readOpenTimes(context(actor))

describe('open times', () => {
  it('begin empty and are read as they were saved, with what buyers see of them', async () => {
    expect(await view()).toMatchObject({ version: 0, instant: null, preview: [], outside: 0, mayEdit: true })
    expect(await save(0)).toEqual({ kind: 'saved', version: 1 })
    const saved = await view()
    expect(saved).toMatchObject({ version: 1, fields: fields(), outside: 0, takenInPreview: 0 })
    // Notice 0: the first day is today, a Sunday.
    expect(saved.preview.map(({ day, slots }) => [day, slots.length])).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', 2],
      ...['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map((day) => [day, 0]),
    ])
    expect(saved.preview[1]?.slots[0]?.startsAt.toISOString()).toBe('2026-11-23T02:00:00.000Z')
  })

  it('replace the former ones as a whole', async () => {
    await save(0)
    const weekly = [
      { weekday: 1, fromMinute: 550, toMinute: 610 },
      { weekday: 6, fromMinute: 480, toMinute: 1440 },
    ]
    expect(await save(1, { weekly, representatives: [null] })).toEqual({ kind: 'saved', version: 2 })
    expect((await view()).fields).toEqual(fields({ weekly, representatives: [null] }))
  })

  it('are read in as many queries with a hundred rows as with none', async () => {
    queries.length = 0
    await view()
    const empty = queries.length
    const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      [480, 600, 780].map((fromMinute) => ({ weekday, fromMinute, toMinute: fromMinute + 60 })),
    )
    await save(0, { weekly })
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      await addException(context(owner), { day, kind: 'closed', fromMinute: null, toMinute: null })
    }
    queries.length = 0
    await view()
    expect(queries).toHaveLength(empty)
    expect(empty).toBe(6)
  })

  it('aren’t overwritten by a form that shows older ones', async () => {
    await save(0)
    expect(await save(0, { weekly: [] })).toEqual({ kind: 'changed', version: 1 })
    expect((await view()).fields.weekly).toEqual([MONDAYS])
  })

  it('are saved once by two first forms at the same time', async () => {
    const outcomes = await Promise.all([save(0), save(0), save(0)])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed', 'saved'])
    expect((await view()).fields.weekly).toEqual([MONDAYS])
  })

  it('keep when and by whom instant booking was agreed to, until it is taken back', async () => {
    await save(0, { isInstant: true })
    expect((await view()).instant).toEqual({ since: NOW, by: 'Siti Aminah' })
    const editor = await addPerson(database, pesantrenId, 'pesantren', 'editor')
    const later = new Date('2026-11-25T03:00:00Z')
    const kept = await editOpenTimes(context(editor, later), {
      version: 1,
      fields: fields({ isInstant: true, noticeHours: 12 }),
    })
    expect(kept.kind).toBe('saved')
    expect((await view()).instant).toEqual({ since: NOW, by: 'Siti Aminah' })
    await save(2, { isInstant: false })
    expect((await view()).instant).toBeNull()
    const found = await readAvailability(database.connection.db, [pesantrenId], { from: NOW, until: later })
    expect(found.get(pesantrenId)?.isInstant).toBe(false)
  })

  it('say how many agreed meetings they leave outside, and leave them as they are', async () => {
    await save(0)
    await meets('2026-11-23T02:00:00Z', 1)
    await meets('2026-11-30T02:25:00Z', 2)
    expect(await view()).toMatchObject({ outside: 0, takenInPreview: 0 })
    await save(1, { weekly: [{ weekday: 1, fromMinute: 560, toMinute: 620 }] })
    expect((await view()).outside).toBe(1)
    await save(2, { weekly: [] })
    expect((await view()).outside).toBe(2)
    const rows = await database.connection.db
      .select()
      .from(schema.meetingParticipant)
      .where(eq(schema.meetingParticipant.organisationId, pesantrenId))
    expect(rows.map(({ occupies }) => occupies)).toEqual([true, true])
  })

  it('count the times that meetings hold out of what buyers see', async () => {
    await save(0, { representatives: ['Ust. Ahmad'] })
    await meets('2026-11-23T02:00:00Z', 1)
    const { preview, takenInPreview } = await view()
    expect(preview[1]?.slots).toHaveLength(1)
    expect(takenInPreview).toBe(1)
  })
})

describe('representatives', () => {
  it('cannot go while they have meetings ahead, and nothing else is saved', async () => {
    await save(0)
    await meets('2026-11-23T02:00:00Z', 2)
    await meets('2026-11-30T02:00:00Z', 2)
    expect(await save(1, { representatives: ['Ust. Ahmad'], weekly: [] })).toEqual({
      kind: 'seat-in-use',
      meetings: 2,
      until: new Date('2026-11-30T02:20:00Z'),
    })
    expect((await view()).fields).toEqual(fields())
  })

  it('go once their meetings are over, and can come back', async () => {
    await save(0)
    await meets('2026-11-16T02:00:00Z', 2)
    expect(await save(1, { representatives: ['Ust. Ahmad'] })).toEqual({ kind: 'saved', version: 2 })
    const seats = async () =>
      (await readAvailability(database.connection.db, [pesantrenId], { from: NOW, until: NOW })).get(
        pesantrenId,
      )?.seats
    expect(await seats()).toEqual([1])
    expect((await view()).fields.representatives).toEqual(['Ust. Ahmad'])
    await save(2, { representatives: ['Ust. Ahmad', null] })
    expect(await seats()).toEqual([1, 2])
  })
})

describe('who may', () => {
  it('write: the owner and editors, and nobody else', async () => {
    const editor = await addPerson(database, pesantrenId, 'pesantren', 'editor')
    const member = await addPerson(database, pesantrenId, 'pesantren', 'member')
    expect(await save(0, {}, editor)).toEqual({ kind: 'saved', version: 1 })
    const buyer = actorFor(guestId, 'buyer')
    const organiser = actorFor(newId(), 'organiser')
    const closed = { day: '2026-12-01', kind: 'closed', fromMinute: null, toMinute: null } as const
    for (const actor of [member, buyer, organiser, { kind: 'visitor' } as const]) {
      await expect(save(1, {}, actor)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(addException(context(actor), closed)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(removeException(context(actor), { id: newId() })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  it('read: the pesantren’s members too, each their own', async () => {
    await save(0)
    const member = await addPerson(database, pesantrenId, 'pesantren', 'member')
    expect(await view(member)).toMatchObject({ mayEdit: false, version: 1 })
    const other = await addPerson(database, await hall.booth(`other-${made}`, made + 20), 'pesantren')
    expect(await view(other)).toMatchObject({ version: 0, fields: { weekly: [] } })
    await expect(view(actorFor(guestId, 'buyer'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(view({ kind: 'visitor' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('days that differ', () => {
  const wholeDay = (day: string) => ({ day, kind: 'closed', fromMinute: null, toMinute: null }) as const

  it('close, open, and say which agreed meetings they touch', async () => {
    await save(0)
    await meets('2026-11-23T02:00:00Z', 1)
    const added = await addException(context(owner), wholeDay('2026-11-23'))
    expect(added).toMatchObject({ kind: 'added', meetings: 1 })
    const opened = { day: '2026-11-24', kind: 'open', fromMinute: 600, toMinute: 660 } as const
    expect(await addException(context(owner), opened)).toMatchObject({ kind: 'added', meetings: 0 })
    const saved = await view()
    expect(saved.exceptions).toMatchObject([wholeDay('2026-11-23'), opened])
    expect(saved.outside).toBe(1)
    expect(saved.preview.map(({ slots }) => slots.length)).toEqual([0, 0, 2, 0, 0, 0, 0])
  })

  it('wait for who books or moves meanwhile', async () => {
    await save(0)
    await meets('2026-11-23T02:00:00Z', 1)
    const order: string[] = []
    const adding = await inTransaction(database.connection.db, async (tx) => {
      await lockSeats(tx, [pesantrenId])
      const waiting = addException(context(owner), wholeDay('2026-11-23')).then((added) => {
        order.push('added')
        return added
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      order.push('booked')
      return { waiting }
    })
    expect(await adding.waiting).toMatchObject({ kind: 'added', meetings: 1 })
    expect(order).toEqual(['booked', 'added'])
  })

  it('are removed and can be added again as they were', async () => {
    const added = await addException(context(owner), wholeDay('2026-12-24'))
    if (added.kind !== 'added') throw new Error('not added')
    const removed = await removeException(context(owner), { id: added.exception.id })
    expect(removed).toEqual({ kind: 'removed', exception: wholeDay('2026-12-24') })
    expect(await removeException(context(owner), { id: added.exception.id })).toEqual({ kind: 'gone' })
    expect(await removeException(context(owner), { id: 'no id' })).toEqual({ kind: 'gone' })
    if (removed.kind !== 'removed') throw new Error('not removed')
    expect(await addException(context(owner), removed.exception)).toMatchObject({ kind: 'added' })
  })

  it('of another pesantren stay', async () => {
    const added = await addException(context(owner), wholeDay('2026-12-24'))
    if (added.kind !== 'added') throw new Error('not added')
    const other = await addPerson(database, await hall.booth(`other-${made}`, made + 20), 'pesantren')
    expect(await removeException(context(other), { id: added.exception.id })).toEqual({ kind: 'gone' })
    expect((await view()).exceptions).toHaveLength(1)
  })

  it('are refused in the past, too far ahead, and where one is already', async () => {
    // It is still the 22nd in Jakarta.
    expect(await addException(context(owner), wholeDay('2026-11-21'))).toEqual({
      kind: 'refused',
      why: 'past',
    })
    expect(await addException(context(owner), wholeDay('2026-11-22'))).toMatchObject({ kind: 'added' })
    expect(await addException(context(owner), wholeDay('2028-01-01'))).toEqual({
      kind: 'refused',
      why: 'far',
    })
    const part = { day: '2026-11-22', kind: 'open', fromMinute: 600, toMinute: 660 } as const
    expect(await addException(context(owner), part)).toEqual({ kind: 'refused', why: 'there-already' })
  })
})
