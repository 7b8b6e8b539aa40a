import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHall, fillTestHall, type TestHall } from '../setup/test-hall'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let it: TestHall
let web: TestWeb
beforeAll(async () => {
  it = await createTestHall()
  await fillTestHall(it)
  web = await createTestWeb({ connection: it.database.connection })
}, 60_000)
afterAll(() => it?.database.drop())

describe('/hall/booths/<slug>.json', () => {
  test('says what the booth has in the language that is asked for, and is sent again only when it changed', async () => {
    const answer = await web.request('/hall/booths/dua-0.json?locale=en')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    const body = (await answer.json()) as { goods: { slug: string; name: { text: string } }[] }
    expect(body.goods.map(({ name }) => name.text)).toEqual([0, 1, 2, 3, 4].map((i) => `Coffee ${i}`))

    const etag = answer.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    const headers = { 'if-none-match': etag }
    expect((await web.request('/hall/booths/dua-0.json?locale=en', { headers })).status).toBe(304)
    expect((await web.request('/hall/booths/dua-0.json?locale=id', { headers })).status).toBe(200)
  })

  test.each([
    '/hall/booths/tidak-ada.json',
    '/hall/booths/dua-0',
    '/hall/booths/dua-0.json?locale=fr',
    '/hall/booths/..%2Fdua-0.json',
  ])('knows no %s', async (address) => {
    expect((await web.request(address)).status).toBe(404)
  })
})
