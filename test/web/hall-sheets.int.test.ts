import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { SHEET_VERSION, sheetUrl } from '~/domain/hall/picture-sheet'
import { readManifest } from '~/domain/hall/read-manifest.server'
import { readShard } from '~/domain/hall/read-shard.server'
import { readSheet } from '~/domain/hall/read-sheet.server'
import { createTestHall, fillTestHall, type TestHall } from '../setup/test-hall'
import { noStorage } from '../setup/test-storage'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let hall: TestHall
let web: TestWeb
beforeAll(async () => {
  hall = await createTestHall()
  await fillTestHall(hall)
  web = await createTestWeb({ connection: hall.database.connection })
}, 60_000)
afterAll(() => hall?.database.drop())

async function sheetOf(slug: string): Promise<string | null | undefined> {
  const manifest = await readManifest(hall.context())
  const version = manifest?.pavilions.find(({ number }) => number === 2)?.version ?? ''
  const { shard } = await readShard(hall.context(), { edition: 'aula', pavilion: 2, version })
  return shard.booths.find((booth) => booth.slug === slug)?.sheet
}

test('the sheet that the shard names is a picture for ever', async () => {
  const address = sheetUrl('dua-0', (await sheetOf('dua-0')) ?? '')
  const answer = await web.request(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([288, 192])
  const etag = answer.headers.get('etag') ?? ''
  const again = await web.request(address, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(again.headers.get('etag')).toBe(etag)
})

test('it takes one query, whoever asks', async () => {
  for (const slug of ['dua-0', 'dua-1', 'nobody'])
    expect(
      (
        await hall.counted(() =>
          readSheet({ ...hall.context(), storage: noStorage, actor: { kind: 'visitor' } }, { slug }),
        )
      ).queries,
    ).toBe(1)
  expect(
    (
      await hall.counted(() =>
        readSheet(
          { ...hall.context(), storage: noStorage, actor: { kind: 'visitor' } },
          { slug: 'No slug!' },
        ),
      )
    ).queries,
  ).toBe(0)
})

test('an outdated address gets what is true now, for an hour; the shard names the new one', async () => {
  const before = (await sheetOf('dua-1')) ?? ''
  await hall.db
    .update(schema.product)
    .set({ drawing: 'tea.leaf.mint.TEH.1' })
    .where(eq(schema.product.slug, 'dua-1-0'))
  const after = (await sheetOf('dua-1')) ?? ''
  expect(after).not.toBe(before)
  const old = await web.request(sheetUrl('dua-1', before))
  expect(old.headers.get('cache-control')).toBe('public, max-age=3600')
  const current = await web.request(sheetUrl('dua-1', after))
  expect(current.headers.get('cache-control')).toContain('immutable')
  expect(Buffer.from(await old.arrayBuffer())).toEqual(Buffer.from(await current.arrayBuffer()))
  // Another name on the sign sends nobody for the pictures again.
  await hall.db
    .update(schema.organisation)
    .set({ name: 'Nurul Iman' })
    .where(eq(schema.organisation.slug, 'dua-1'))
  expect(await sheetOf('dua-1')).toBe(after)
})

test.each([
  `/hall/sheets/${SHEET_VERSION}/nobody.AAAAAAAA.png`,
  `/hall/sheets/${SHEET_VERSION}/dua-0.png`,
  `/hall/sheets/${SHEET_VERSION}/dua-0.AAAAAAAA.svg`,
  `/hall/sheets/${SHEET_VERSION}/dua-0.AAAAAAAA.png.exe`,
])('there is no %s', async (address) => {
  expect((await web.request(address)).status).toBe(404)
})

test('a booth without goods has no sheet, one that has left has none any more', async () => {
  await hall.addBooth('dua-bare', 2, 9, 0)
  expect(await sheetOf('dua-bare')).toBeNull()
  expect((await web.request(sheetUrl('dua-bare', 'AAAAAAAA'))).status).toBe(404)
  const version = (await sheetOf('dua-2')) ?? ''
  await hall.db
    .update(schema.participation)
    .set({ closedAt: hall.context().now })
    .where(eq(schema.participation.organisationId, hall.organisationId('dua-2')))
  expect(await sheetOf('dua-2')).toBeNull()
  expect((await web.request(sheetUrl('dua-2', version))).status).toBe(410)
})

test('a crowd that asks for one sheet gets one picture', async () => {
  const address = sheetUrl('dua-0', (await sheetOf('dua-0')) ?? '')
  const answers = await Promise.all(Array.from({ length: 40 }, () => web.request(address)))
  const pictures = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(1)
})
