import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { need } from '~/db/schema/need'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { closeNeed } from './close-need.server'
import { type EditNeedInput, editNeed } from './edit-need.server'
import type { NeedFields } from './need.schema'
import { openNeedEdit } from './open-need-edit.server'
import { prefillNeed } from './prefill-need.server'
import { readNeed } from './read-need.server'
import { reopenNeed } from './reopen-need.server'
import { type StateNeedInput, stateNeed } from './state-need.server'

type Person = Extract<Actor, { kind: 'person' }>

const fields: NeedFields = {
  field: 'minuman',
  productWords: 'Kopi arabika sangrai',
  monthlyVolume: 300,
  unit: 'kg',
  targetPriceMinor: 14_000_000,
  requiredPapers: ['halal-verified'],
  destinationCountry: 'ID',
  destinationRegency: '3205',
  destinationPlace: null,
  language: 'id',
  neededBy: '2027-01-04',
  note: null,
}

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let offtaker: Person
let colleague: Person
let rival: Person
let pesantren: Person
let reader: Person
let organiser: Person
let sampleOfftaker: Person
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  hall = await openSmallHall(database)
  const company = await addCompany(database, 'offtaker', 'pasar-segar', { regencyCode: '3205' })
  offtaker = await addPerson(database, company, 'offtaker')
  colleague = await addPerson(database, company, 'offtaker', 'member')
  rival = await addPerson(database, await addCompany(database, 'offtaker', 'lain'), 'offtaker')
  ids.booth = await hall.booth('nyata', 0, { field: 'pertanian' })
  ids.product = await hall.product(ids.booth, 'madu-hutan')
  await hall.product(ids.booth, 'rahasia', { state: 'draft' })
  await hall.booth('contoh', 1, { isSample: true })
  await hall.booth('tutup', 2, {}, { closedAt: new Date('2026-06-01T00:00:00Z') })
  pesantren = await addPerson(database, ids.booth, 'pesantren', 'editor')
  reader = await addPerson(database, ids.booth, 'pesantren', 'member')
  organiser = await addPerson(database, await addCompany(database, 'organiser', 'dinas'), 'organiser')
  const sample = await addCompany(database, 'offtaker', 'contoh-1', { isSample: true })
  sampleOfftaker = await addPerson(database, sample, 'offtaker', 'owner', { isSample: true })
})
afterAll(() => database.drop())

const as = (actor: Actor, now?: Date): Context => contextOf(visitorContext(database, now), actor)
const input = (change: Partial<StateNeedInput> = {}): StateNeedInput => ({
  fields,
  boothSlug: null,
  productSlug: null,
  locale: 'id',
  token: newId(),
  ...change,
})

async function stated(actor: Actor, change: Partial<StateNeedInput> = {}): Promise<string> {
  const outcome = await stateNeed(as(actor), input(change))
  if (outcome.kind !== 'stated') throw new Error(outcome.kind)
  return outcome.needId
}

async function row(needId: string) {
  const [found] = await database.connection.db.select().from(need).where(eq(need.id, needId))
  if (!found) throw new Error('no such need')
  return found
}

describe('stating', () => {
  test('writes what was said, for the company and by the person', async () => {
    const needId = await stated(colleague, { boothSlug: 'nyata', productSlug: 'madu-hutan' })
    expect(await row(needId)).toMatchObject({
      ...fields,
      organisationId: offtaker.organisationId,
      createdBy: colleague.personId,
      state: 'open',
      locale: 'id',
      aboutOrganisationId: ids.booth,
      aboutProductId: ids.product,
      isSample: false,
      version: 1,
    })
    expect(await readNeed(as(offtaker), { needId })).toMatchObject({
      organisation: { name: 'Company pasar-segar', isSample: false },
      destinationRegency: { code: '3205', name: 'Garut' },
      about: { boothSlug: 'nyata', boothName: 'Pesantren nyata', productSlug: 'madu-hutan' },
      isMine: true,
    })
  })

  test('a pesantren states needs too; those who only read, the organiser and visitors do not', async () => {
    expect((await row(await stated(pesantren))).organisationId).toBe(ids.booth)
    const nobody: Person = { ...offtaker, organisationId: null }
    const foreign: Person = { ...offtaker, organisationId: rival.organisationId }
    for (const actor of [reader, organiser, nobody, foreign, { kind: 'visitor' } as const]) {
      await expect(stateNeed(as(actor), input())).rejects.toMatchObject({ code: 'forbidden' })
      await expect(
        prefillNeed(as(actor), { boothSlug: null, productSlug: null, quantity: '', locale: 'id' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('the sample mark comes from the organisation, whatever the session says', async () => {
    const lying = actorFor(sampleOfftaker.organisationId ?? '', 'offtaker', {
      isSample: false,
      personId: sampleOfftaker.personId,
    })
    expect((await row(await stated(lying))).isSample).toBe(true)
    expect((await row(await stated(offtaker))).isSample).toBe(false)
  })

  test('a booth of the other kind, a closed one, one’s own and a draft are left out', async () => {
    const about = async (actor: Actor, boothSlug: string | null, productSlug: string | null = null) => {
      const { aboutOrganisationId, aboutProductId } = await row(
        await stated(actor, { boothSlug, productSlug }),
      )
      return [aboutOrganisationId, aboutProductId]
    }
    expect(await about(offtaker, 'contoh')).toEqual([null, null])
    expect(await about(sampleOfftaker, 'nyata')).toEqual([null, null])
    expect(await about(offtaker, 'tutup')).toEqual([null, null])
    expect(await about(pesantren, 'nyata')).toEqual([null, null])
    expect(await about(offtaker, 'nyata', 'rahasia')).toEqual([ids.booth, null])
    expect(await about(offtaker, null, 'madu-hutan')).toEqual([ids.booth, ids.product])
    expect(await about(offtaker, 'contoh', 'madu-hutan')).toEqual([null, null])
  })

  test('the same form sent twice at once is one need; other words or another company are another', async () => {
    const twice = input({ token: newId() })
    const outcomes = await Promise.all([stateNeed(as(offtaker), twice), stateNeed(as(offtaker), twice)])
    const found = outcomes.map((outcome) => (outcome.kind === 'stated' ? outcome.needId : outcome.kind))
    expect(new Set(found).size).toBe(1)
    expect(outcomes.filter((outcome) => outcome.kind === 'stated' && outcome.already)).toHaveLength(1)
    const other = await stated(offtaker, { ...twice, fields: { ...fields, monthlyVolume: 301 } })
    expect(found).not.toContain(other)
    const theirs = await stated(rival, twice)
    expect(found).not.toContain(theirs)
    expect((await row(theirs)).organisationId).toBe(rival.organisationId)
  })

  test('a regency that does not exist is a problem at its field', async () => {
    const outcome = await stateNeed(
      as(offtaker),
      input({ fields: { ...fields, destinationRegency: '9999' } }),
    )
    expect(outcome).toEqual({ kind: 'invalid', problems: { destinationRegency: 'regency-unknown' } })
  })

  test('one company cannot flood the hall, and a repeated form is never told that it was too many', async () => {
    const now = new Date('2026-11-25T04:00:00Z')
    const company = await addCompany(database, 'offtaker', 'tergesa')
    const eager = await addPerson(database, company, 'offtaker')
    const forms = Array.from({ length: 33 }, () => input())
    const outcomes = await Promise.all(forms.map((form) => stateNeed(as(eager, now), form)))
    expect(outcomes.filter(({ kind }) => kind === 'stated')).toHaveLength(30)
    expect(outcomes.find(({ kind }) => kind === 'too-many')).toEqual({
      kind: 'too-many',
      retryAfterSeconds: 3600,
    })
    const rows = await database.connection.db.select().from(need).where(eq(need.organisationId, company))
    expect(rows).toHaveLength(30)
    const first = outcomes.findIndex(({ kind }) => kind === 'stated')
    expect(await stateNeed(as(eager, now), forms[first] ?? input())).toMatchObject({ already: true })
    expect(await stateNeed(as(rival, now), input())).toMatchObject({ kind: 'stated' })
  })
})

describe('the form of a new need', () => {
  const prefill = (actor: Actor, change: Partial<Parameters<typeof prefillNeed>[1]> = {}) =>
    prefillNeed(as(actor), { boothSlug: null, productSlug: null, quantity: '', locale: 'en', ...change })

  test('knows the product that the reader comes from', async () => {
    const found = await prefill(offtaker, { productSlug: 'madu-hutan', quantity: '1.200' })
    expect(found.values).toMatchObject({
      field: 'pertanian',
      productWords: 'Honey madu-hutan',
      unit: 'jar',
      monthlyVolume: '1,200',
      language: 'en',
    })
    expect(found.about).toEqual({
      booth: { slug: 'nyata', name: 'Pesantren nyata', nameArabic: null },
      product: { slug: 'madu-hutan', name: { text: 'Honey madu-hutan', lang: 'en' } },
    })
    expect(found.regencies).toEqual([{ code: '3205', name: 'Garut' }])
    expect(found.dropped).toBeNull()
  })

  test('knows the booth alone, and says why it leaves one out', async () => {
    const found = await prefill(offtaker, { boothSlug: 'nyata', quantity: 'banyak' })
    expect(found.values).toMatchObject({ field: 'pertanian', productWords: '', monthlyVolume: '' })
    expect(found.about?.product).toBeNull()
    const dropped = async (actor: Actor, boothSlug: string) => {
      const { about, dropped: why, values } = await prefill(actor, { boothSlug })
      expect(about).toBeNull()
      expect(values.field).toBe('')
      return why
    }
    expect(await dropped(offtaker, 'contoh')).toBe('sample-and-real')
    expect(await dropped(offtaker, 'tutup')).toBe('gone')
    expect(await dropped(offtaker, 'tidak-ada')).toBe('gone')
    expect(await dropped(offtaker, "x' or 1=1")).toBe('gone')
    expect(await dropped(pesantren, 'nyata')).toBe('own-booth')
    expect(await prefill(offtaker)).toMatchObject({ about: null, dropped: null })
  })

  test('goes where the last one went, else home, and for a buyer where their clock is', async () => {
    const company = await addCompany(database, 'buyer', 'jeddah-foods', { regencyCode: null })
    const buyer = await addPerson(database, company, 'buyer', 'owner', { timeZone: 'Asia/Riyadh' })
    expect((await prefill(buyer)).values.destinationCountry).toBe('SA')
    await stated(buyer, {
      fields: {
        ...fields,
        destinationCountry: 'MY',
        destinationRegency: null,
        destinationPlace: 'Johor Bahru',
      },
    })
    expect((await prefill(buyer)).values).toMatchObject({
      destinationCountry: 'MY',
      destinationPlace: 'Johor Bahru',
    })
    const fresh = await addCompany(database, 'offtaker', 'baru', { regencyCode: '3205' })
    const first = await addPerson(database, fresh, 'offtaker')
    expect((await prefill(first)).values).toMatchObject({
      destinationCountry: 'ID',
      destinationRegency: '3205',
    })
  })
})

describe('editing', () => {
  const edit = (needId: string, change: Partial<EditNeedInput> = {}): EditNeedInput => ({
    needId,
    version: 1,
    fields: { ...fields, monthlyVolume: 450 },
    keepAbout: true,
    reopen: false,
    locale: 'en',
    ...change,
  })

  test('a colleague may, and the booth stays or goes as said', async () => {
    const needId = await stated(offtaker, { productSlug: 'madu-hutan' })
    expect(await editNeed(as(colleague), edit(needId))).toEqual({ kind: 'saved' })
    expect(await row(needId)).toMatchObject({
      monthlyVolume: 450,
      version: 2,
      aboutOrganisationId: ids.booth,
      locale: 'id',
    })
    const other = { ...fields, productWords: 'Roasted arabica coffee' }
    const change = edit(needId, { version: 2, keepAbout: false, fields: other })
    expect(await editNeed(as(offtaker), change)).toEqual({ kind: 'saved' })
    expect(await row(needId)).toMatchObject({
      aboutOrganisationId: null,
      aboutProductId: null,
      locale: 'en',
    })
  })

  test('of two at once one is saved and the other sees what the first wrote', async () => {
    const needId = await stated(offtaker)
    const outcomes = await Promise.all(
      [500, 600].map((monthlyVolume) =>
        editNeed(as(offtaker), edit(needId, { fields: { ...fields, monthlyVolume } })),
      ),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
    const changed = outcomes.find((outcome) => outcome.kind === 'changed')
    const kept = await row(needId)
    expect(kept.version).toBe(2)
    expect(changed).toMatchObject({ theirs: { monthlyVolume: kept.monthlyVolume, version: 2 } })
  })

  test('somebody else’s is not found, for reading, changing and closing', async () => {
    const needId = await stated(offtaker)
    const before = await row(needId)
    for (const actor of [rival, pesantren, sampleOfftaker]) {
      for (const attempt of [
        () => readNeed(as(actor), { needId }),
        () => openNeedEdit(as(actor), { needId }),
        () => editNeed(as(actor), edit(needId)),
        () => closeNeed(as(actor), { needId }),
        () => reopenNeed(as(actor), { needId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'not-found' })
      }
    }
    expect(await row(needId)).toEqual(before)
    for (const needId of ['x', newId(), "' or true --"]) {
      await expect(readNeed(as(offtaker), { needId })).rejects.toMatchObject({ code: 'not-found' })
      await expect(editNeed(as(offtaker), edit(needId))).rejects.toMatchObject({ code: 'not-found' })
      await expect(closeNeed(as(offtaker), { needId })).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('the organiser reads those of its edition and changes none; a member of a pesantren reads its own', async () => {
    const needId = await stated(offtaker)
    expect(await readNeed(as(organiser), { needId })).toMatchObject({ isMine: false })
    await expect(readNeed(as(organiser), { needId: await stated(sampleOfftaker) })).rejects.toMatchObject({
      code: 'not-found',
    })
    const theirs = await stated(pesantren)
    expect(await readNeed(as(reader), { needId: theirs })).toMatchObject({ isMine: false })
    for (const [actor, id] of [
      [organiser, needId],
      [reader, theirs],
      [{ kind: 'visitor' }, needId],
    ] as const) {
      await expect(editNeed(as(actor), edit(id))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(closeNeed(as(actor), { needId: id })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(openNeedEdit(as(actor), { needId: id })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(readNeed(as({ kind: 'visitor' }), { needId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a closed one stays readable, is not changed, and opens again', async () => {
    const needId = await stated(offtaker)
    const later = new Date('2026-11-23T03:00:00Z')
    await closeNeed(as(colleague, later), { needId })
    await closeNeed(as(offtaker), { needId })
    expect(await readNeed(as(offtaker), { needId })).toMatchObject({ state: 'closed', closedAt: later })
    expect((await row(needId)).version).toBe(2)
    for (const version of [1, 2]) {
      expect(await editNeed(as(offtaker), edit(needId, { version }))).toMatchObject({
        kind: 'changed',
        theirs: { state: 'closed' },
      })
    }
    expect(await row(needId)).toMatchObject({ monthlyVolume: 300 })
    await reopenNeed(as(offtaker), { needId })
    await reopenNeed(as(offtaker), { needId })
    expect(await row(needId)).toMatchObject({ state: 'open', closedAt: null, version: 3 })
    expect(await editNeed(as(offtaker), edit(needId, { version: 3 }))).toEqual({ kind: 'saved' })
  })

  test('who typed while a colleague closed it may open it again and save at once', async () => {
    const needId = await stated(offtaker)
    await closeNeed(as(colleague), { needId })
    const late = edit(needId, { reopen: true })
    expect(await editNeed(as(offtaker), late)).toMatchObject({ kind: 'changed', theirs: { version: 2 } })
    expect(await editNeed(as(offtaker), { ...late, version: 2 })).toEqual({ kind: 'saved' })
    expect(await row(needId)).toMatchObject({ state: 'open', closedAt: null, monthlyVolume: 450 })
  })
})
