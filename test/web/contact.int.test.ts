import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { words } from '~/app/i18n/en/words'
import { connectDatabase } from '~/db/client.server'
import { openSmallHall } from '../setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let database: TestDatabase
let web: TestWeb
beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  const real = await hall.booth('nyata', 0, { whatsappE164: '+6281234567890' })
  await hall.product(real, 'hutan')
  const sample = await hall.booth('contoh', 1, { isSample: true })
  await hall.product(sample, 'sabun', { isSample: true })
  web = await createTestWeb({ connection: database.connection })
})
afterAll(() => database?.drop())

const filled = {
  name: 'Fatimah',
  email: 'fatimah@example.com',
  phone: '',
  quantity: '240',
  message: 'Can you send 240 jars a month to Jeddah?',
  token: '',
}

describe('a lost database', () => {
  it.each([
    ['to be sent', 503, filled],
    ['not right yet', 400, { ...filled, email: 'fatimah@' }],
  ])('keeps an inquiry %s in its form, with status %i', async (_, status, typed) => {
    const lost = connectDatabase('postgres://nobody@127.0.0.1:9/none')
    try {
      const cut = await createTestWeb({ connection: lost })
      const answer = await cut.request('/en/inquiry?booth=nyata&product=hutan', {
        method: 'POST',
        body: new URLSearchParams(typed),
      })
      expect(answer.status).toBe(status)
      expect(answer.headers.get('retry-after')).toBe('10')
      const html = await answer.text()
      expect(html).toContain(`value="${typed.email}"`)
      expect(html).toContain(filled.message)
      if (typed === filled) expect(html).toContain(words.chat.notSent)
      else expect(html).toContain(words.chat.problems['email-wrong'])
    } finally {
      await lost.close()
    }
  })

  it('does not turn a booth that is not there into a form', async () => {
    const answer = await web.request('/en/inquiry?booth=tidak-ada', {
      method: 'POST',
      body: new URLSearchParams({ ...filled, email: 'fatimah@' }),
    })
    const html = await answer.text()
    expect(html).toContain(words.errors['not-found'].title)
    expect(html).not.toContain('<textarea')
  })
})

describe('a refused chat', () => {
  it('has a way back to the page that it began on, in each language', async () => {
    const page = await (await web.request('/en/products/hutan?qty=96')).text()
    const address = /action="(\/en\/chat[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    let answer: Response
    let count = 0
    do {
      answer = await web.request(address, {
        method: 'POST',
        body: new URLSearchParams({ qty: '96', page: '/en/products/hutan' }),
      })
      // A quantity of its own each time: the same within ten seconds is one chat.
      await database.connection.sql`update inquiry set id = gen_random_uuid()`
    } while (answer.status === 303 && ++count < 10)
    expect(count).toBe(5)
    expect(answer.status).toBe(429)
    const html = await answer.text()
    for (const locale of ['en', 'id', 'ar']) {
      const back = new RegExp(`href="(/${locale}/chat[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const next = await web.request(back)
      expect(next.status).toBe(302)
      expect(next.headers.get('location')).toBe(`/${locale}/products/hutan?qty=96`)
    }
  })

  it('that says nothing of a booth leads to the hall', async () => {
    expect((await web.request('/ar/chat')).headers.get('location')).toBe('/ar/hall')
  })
})

describe.each(['chat', 'inquiry?booth=nyata', 'shortlist'])('a body that is no form, sent to /%s', (path) => {
  it.each([
    ['text/plain', 'booth=nyata'],
    ['application/json', '{"booth":'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['multipart/form-data', 'no boundary'],
  ])('%s is a kind page with status 400', async (type, body) => {
    const answer = await web.request(`/en/${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words.errors['bad-request'].title)
  })
})

describe('samples', () => {
  it.each([
    ['/en/products/sabun', words.common.sampleData],
    ['/en/booths/contoh', words.booth.sample],
  ])('%s says so in its description', async (path, said) => {
    const html = await (await web.request(path)).text()
    expect(html).toContain(`<meta name="description" content="${said}. `)
    expect(html).toContain(`<meta property="og:description" content="${said}. `)
  })

  it('offer no price to search engines; real goods do', async () => {
    expect(await (await web.request('/en/products/sabun')).text()).not.toContain('AggregateOffer')
    expect(await (await web.request('/en/products/hutan')).text()).toContain('AggregateOffer')
  })
})

describe('what a real booth promises', () => {
  it('nobody is said to have been told, and a sample is never said to be read', async () => {
    const real = await (await web.request('/en/inquiry?booth=nyata')).text()
    expect(real).toContain(words.chat.inquiryIntro)
    const sample = await (await web.request('/en/inquiry?booth=contoh')).text()
    expect(sample).not.toContain(words.chat.inquiryIntro)
    expect(sample).toContain(words.chat.inquirySample)
    const sent = await (await web.request('/en/inquiry?booth=nyata&sent=1')).text()
    expect(sent).toContain(words.chat.inquiryIntro)
  })
})
