import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { certificate } from '~/db/schema/certificate'
import { message } from '~/db/schema/message'
import { outbox } from '~/db/schema/outbox'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { LOCKED_PDF, paperPdf } from '~/test/setup/hostile-pdfs'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { isStillDue } from '../message/is-still-due.server'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import type { CertificateFields } from './certificate.schema'
import { decidePaper } from './decide-paper.server'
import { listOwnCertificates } from './list-own-certificates.server'
import { listShownPapers } from './list-shown-papers.server'
import { makePaper } from './make-paper.server'
import { readPaperFile } from './read-paper-file.server'
import { removeCertificate } from './remove-certificate.server'
import { saveCertificate } from './save-certificate.server'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let own = ''
let goods = ''
let owner = ''
let base: Context
let maker: Context
let organiser: Context
let seconds = 0

beforeAll(async () => {
  database = await createTestDatabase()
  base = visitorContext(database)
  hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  goods = await hall.product(own, 'hutan')
  const person = await addPerson(database, own, 'pesantren')
  owner = person.personId
  maker = as(person)
  const house = await addCompany(database, 'organiser', 'house')
  organiser = as(await addPerson(database, house, 'organiser'))
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.connection.sql`delete from outbox`
})

const as = (actor: Actor): Context => ({
  ...contextOf(base, actor),
  get now() {
    seconds += 1
    return new Date(Date.UTC(2026, 10, 22, 3, 0, seconds))
  },
})
const FIELDS: CertificateFields = {
  kind: 'halal',
  number: 'ID32110000123450421',
  expiresOn: '2028-01-31',
  productId: null,
  state: 'declared',
}
/** With the place where it was taken, as phones write it. */
const photo = () =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: '#eedd99' } })
    .withExif({ IFD3: { GPSLatitude: '6/1 54/1 0/1' } })
    .jpeg()
    .toBuffer()
const save = (change: Partial<CertificateFields> = {}, bytes: Buffer | null = null, context = maker) =>
  saveCertificate(context, { id: null, token: newId(), seen: 0, fields: { ...FIELDS, ...change }, bytes })
async function saved(change: Partial<CertificateFields> = {}, bytes: Buffer | null = null): Promise<string> {
  const outcome = await save(change, bytes)
  if (outcome.kind !== 'saved') throw new Error(outcome.kind)
  return outcome.id
}
/** What the worker does with what the outbox holds. */
async function work() {
  for (const { topic, payload } of await database.connection.db.select().from(outbox)) {
    if (topic !== 'paper.sent') continue
    await makePaper({ ...base, actor: { kind: 'system' } }, payload as Parameters<typeof makePaper>[1])
  }
}
const rowOf = async (id: string) => {
  const [row] = await database.connection.db.select().from(certificate).where(eq(certificate.id, id))
  if (!row) throw new Error('no such paper')
  return row
}
const seenOf = async (id: string) => (await rowOf(id)).updatedAt.getTime()
const words = (about: string) =>
  database.connection.db
    .select()
    .from(message)
    .where(sql`${message.variables} ->> 'certificateId' = ${about}`)
/** Whether a message that waits would go now. */
const isDue = async (word: typeof message.$inferSelect | undefined) =>
  word ? (await isStillDue(database.connection.db, [word])).get(word.id) : undefined
const topics = async () =>
  (await database.connection.db.select().from(outbox)).map(({ topic }) => topic).sort()

test('from a photograph to the organiser’s word: made anew, looked at, verified', async () => {
  const id = await saved({}, await photo())
  expect(await topics()).toEqual(['booth.changed', 'paper.sent'])
  expect((await listOwnCertificates(maker, { locale: 'id' })).papers[0]).toMatchObject({
    id,
    file: 'waiting',
  })
  // Nothing to look at yet.
  await expect(
    decidePaper(organiser, { id, seen: await seenOf(id), decision: 'verify', reason: '' }),
  ).rejects.toMatchObject({ code: 'not-found' })
  const { sentKey } = await rowOf(id)
  await work()
  expect(await base.storage.get(sentKey ?? '')).toBeNull()
  const file = await readPaperFile(maker, { id, page: 1 })
  const { format, exif } = await sharp(file.body).metadata()
  expect({ format, exif }).toEqual({ format: 'webp', exif: undefined })
  const { rows, counts } = await listShownPapers(organiser, { tab: 'waiting', page: 1, locale: 'id' })
  expect(counts.waiting).toBe(1)
  expect(rows[0]).toMatchObject({ id, number: FIELDS.number, organisation: { id: own } })
  await database.connection.sql`delete from outbox`
  const seen = rows[0]?.seen ?? 0
  expect(await decidePaper(organiser, { id, seen, decision: 'verify', reason: '' })).toEqual({
    kind: 'decided',
  })
  expect(await rowOf(id)).toMatchObject({ state: 'verified', objection: null })
  expect(await topics()).toEqual(['booth.changed'])
  const [word] = await words(id)
  expect(word).toMatchObject({ template: 'paper-verified', personId: owner, organisationId: own })
  expect(await isDue(word)).toBe(true)
  // Another number is another paper: it is the pesantren's word again.
  await saveCertificate(maker, {
    id,
    token: '',
    seen: await seenOf(id),
    fields: { ...FIELDS, number: 'ID99' },
    bytes: null,
  })
  expect(await rowOf(id)).toMatchObject({ state: 'declared', verifiedAt: null, verifiedBy: null })
  expect(await isDue(word)).toBe('answered')
})

test('an objection needs its reason, is told to the owner, and goes with the next save', async () => {
  const id = await saved({ kind: 'pirt', productId: goods }, await photo())
  await work()
  const decide = async (reason: string) =>
    decidePaper(organiser, { id, seen: await seenOf(id), decision: 'object', reason })
  expect(await decide('  ')).toEqual({ kind: 'reason-missing' })
  expect(await decide('Nomornya tidak terbaca.')).toEqual({ kind: 'decided' })
  const told = (await listOwnCertificates(maker, { locale: 'id' })).papers.find((paper) => paper.id === id)
  expect(told).toMatchObject({ state: 'declared', objection: 'Nomornya tidak terbaca.' })
  expect((await listShownPapers(organiser, { tab: 'objected', page: 1, locale: 'id' })).rows).toHaveLength(1)
  const [word] = await words(id)
  expect(word).toMatchObject({
    template: 'paper-objected',
    personId: owner,
    variables: { kind: 'pirt', number: FIELDS.number, reason: 'Nomornya tidak terbaca.' },
  })
  expect(await isDue(word)).toBe(true)
  await saveCertificate(maker, {
    id,
    token: '',
    seen: await seenOf(id),
    fields: { ...FIELDS, kind: 'pirt', productId: goods },
    bytes: await photo(),
  })
  expect((await rowOf(id)).objection).toBeNull()
  expect(await isDue(word)).toBe('answered')
})

test('whoever looked at another state decides and saves nothing', async () => {
  const id = await saved({ kind: 'nib' }, await photo())
  await work()
  const seen = await seenOf(id)
  await saveCertificate(maker, { id, token: '', seen, fields: { ...FIELDS, kind: 'nib' }, bytes: null })
  expect(await decidePaper(organiser, { id, seen, decision: 'verify', reason: '' })).toEqual({
    kind: 'changed',
  })
  expect(
    await saveCertificate(maker, { id, token: '', seen, fields: { ...FIELDS, number: '1' }, bytes: null }),
  ).toEqual({ kind: 'changed' })
  expect(await rowOf(id)).toMatchObject({ state: 'declared', number: FIELDS.number })
})

test.each([
  ['a web page', Buffer.from('<svg onload="alert(1)"/>'), 'file-not-a-photo'],
  ['an archive', Buffer.from('PK\u0003\u0004 jpg'), 'file-not-a-photo'],
] as const)('%s is refused at sight and kept nowhere', async (_, bytes, problem) => {
  expect(await save({}, bytes)).toEqual({ kind: 'refused-file', problem })
  expect(await topics()).toEqual([])
})

test('a PDF becomes a picture of each page; what was sent is deleted', async () => {
  const id = await saved({ kind: 'halal' }, paperPdf(2))
  const { sentKey } = await rowOf(id)
  await work()
  expect(await base.storage.get(sentKey ?? '')).toBeNull()
  expect(await rowOf(id)).toMatchObject({ filePages: 2, sentKey: null })
  for (const page of [1, 2]) {
    const { body, contentType } = await readPaperFile(maker, { id, page })
    expect(contentType).toBe('image/webp')
    expect(await sharp(body).metadata()).toMatchObject({ format: 'webp', height: 2_400 })
  }
  for (const page of [0, 3, 1.5, Number.NaN])
    await expect(readPaperFile(maker, { id, page })).rejects.toMatchObject({ code: 'not-found' })
  const locked = await saved({ kind: 'sni' }, LOCKED_PDF)
  await work()
  const own = (await listOwnCertificates(maker, { locale: 'id' })).papers.find((paper) => paper.id === locked)
  expect(own).toMatchObject({ file: 'refused', fileProblem: 'locked', pages: 0 })
  const large = Buffer.concat([paperPdf(), Buffer.alloc(15 * 1024 * 1024)])
  expect(await save({}, large)).toEqual({ kind: 'refused-file', problem: 'file-too-large' })
})

test('what begins as a photograph and is none is refused by the worker, and the paper says so', async () => {
  const id = await saved({ kind: 'lab' }, (await photo()).subarray(0, 400))
  const { sentKey } = await rowOf(id)
  await work()
  expect(await rowOf(id)).toMatchObject({ fileHash: null, sentKey: null, fileProblem: 'broken' })
  expect(await base.storage.get(sentKey ?? '')).toBeNull()
})

test('the same form sent twice makes one', async () => {
  const input = { id: null, token: newId(), seen: 0, fields: FIELDS, bytes: null }
  expect(await saveCertificate(maker, input)).toEqual({ kind: 'saved', id: input.token })
  expect(await saveCertificate(maker, input)).toEqual({ kind: 'saved', id: input.token })
  expect(await database.connection.db.$count(certificate, eq(certificate.id, input.token))).toBe(1)
})

test('papers are their pesantren’s and the organiser’s: nobody else’s to read, change or decide', async () => {
  const id = await saved({}, await photo())
  await work()
  const other = await hall.booth('lain', 4)
  const stranger = as(await addPerson(database, other, 'pesantren'))
  const buyer = as(actorFor(await addCompany(database, 'buyer', 'toko'), 'buyer'))
  for (const context of [stranger, buyer, base]) {
    await expect(readPaperFile(context, { id, page: 1 })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await readPaperFile(organiser, { id, page: 1 })).contentType).toBe('image/webp')
  await expect(removeCertificate(stranger, { id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    saveCertificate(stranger, { id, token: '', seen: await seenOf(id), fields: FIELDS, bytes: null }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(save({ productId: goods }, null, stranger)).rejects.toMatchObject({ code: 'not-found' })
  for (const context of [maker, stranger, buyer]) {
    await expect(
      decidePaper(context, { id, seen: await seenOf(id), decision: 'verify', reason: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listShownPapers(context, { tab: 'waiting', page: 1, locale: 'id' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  await removeCertificate(maker, { id })
  await expect(readPaperFile(maker, { id, page: 1 })).rejects.toMatchObject({ code: 'not-found' })
})
