import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestWeb, type TestWeb } from '../setup/test-web'

type Person = Extract<Actor, { kind: 'person' }>
const words = PAGE_WORDS.id.match
const DAY_MS = 86_400_000

let hall: MeetingHall
let web: TestWeb
let queries = 0
beforeAll(async () => {
  hall = await openMeetingHall({ onQuery: () => queries++ })
  web = await createTestWeb({ connection: hall.database.connection })
})
afterAll(() => hall?.database.drop())

/** A browser without JavaScript in which somebody is signed in. */
async function browser(actor: Person, cookies = '') {
  const cookie = `${await sessionCookie(hall.database, web, actor)}; ${cookies}`
  const read = async (answer: Response) => ({
    status: answer.status,
    location: answer.headers.get('location'),
    html: shownHtml(await answer.text()),
  })
  return {
    get: async (address: string) => read(await web.request(address, { headers: { cookie } })),
    post: async (address: string, fields: Record<string, string>) =>
      read(
        await web.request(address, {
          method: 'POST',
          headers: { cookie },
          body: new URLSearchParams(fields),
        }),
      ),
  }
}

/** The row of a booth in the list of matches. */
function rowOf(html: string, booth: string): string {
  const row = html.split('<li class="mt">').find((part) => part.includes(`/booths/${booth}"`))
  if (!row) throw new Error(`${booth} is not on the page`)
  return row
}

/** What the browser would send when the nth time of a form is pressed. */
function press(html: string, nth = 0): Record<string, string> {
  const forms = html.match(/<form method="post"[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((found) => found.includes('name="startsAt"')) ?? ''
  const fields: Record<string, string> = {}
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g))
    fields[name ?? ''] = value ?? ''
  const times = Array.from(form.matchAll(/<button[^>]*name="startsAt" value="([^"]*)"/g), (found) => found[1])
  const startsAt = times[nth]
  if (!startsAt) throw new Error(`no time ${nth} to press`)
  return { ...fields, startsAt }
}

const as = (guest: Side) => browser(guest.actor)
const plain = (text: string) => text.replace(/<!-- -->/g, '').replaceAll('\u00a0', ' ')

describe('a need with its matches', () => {
  it('gives reasons with figures, and a tap on a published time books it', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest, { targetPriceMinor: 7_000_000 })
    const my = await as(guest)
    const page = await my.get(`/id/needs/${need}`)
    expect(page.status).toBe(200)
    const row = plain(rowOf(page.html, host.slug))
    expect(plain(page.html)).toMatch(
      /<h1[^>]*>\d+ pilihan untuk 240 stoples <bdi[^>]*>madu hutan<\/bdi> sebulan/,
    )
    expect(row).toContain('Rp 69.500/stoples, 1 % di bawah batas Anda')
    expect(row).toContain(words.reasons['capacity-unknown'])
    // Points only with what they are made of.
    for (const criterion of Object.values(words.criteria)) expect(row).toContain(criterion)
    expect(row).toContain(`<span class="vh">${words.times.book} </span>`)

    const answer = await my.post(`/id/needs/${need}`, press(row))
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/^\/id\/meetings\/[0-9a-f-]{36}\?new=booked$/)
    const after = rowOf((await my.get(`/id/needs/${need}`)).html, host.slug)
    expect(after).toContain(answer.location?.split('?')[0])
    expect(after).not.toContain('name="startsAt"')
  })

  it('asks where the pesantren has not agreed to be booked, and says so before', async () => {
    const host = await hall.host({ instant: false })
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await as(guest)
    const row = rowOf((await my.get(`/id/needs/${need}`)).html, host.slug)
    expect(row).toContain(`<em aria-hidden="true">${words.times.ask}</em>`)
    const answer = await my.post(`/id/needs/${need}`, press(row))
    expect(answer.location).toMatch(/\?new=requested$/)
  })

  it('says in place that a time was taken meanwhile, strikes it through and offers fresh ones', async () => {
    const host = await hall.host()
    const [guest, rival] = [await hall.guest(), await hall.guest()]
    const need = await hall.need(guest)
    const my = await as(guest)
    const wish = press(rowOf((await my.get(`/id/needs/${need}`)).html, host.slug), 1)
    const quicker = await bookMeeting(hall.as(rival, new Date()), {
      needId: await hall.need(rival),
      boothSlug: host.slug,
      productId: null,
      startsAt: new Date(wish.startsAt ?? ''),
      note: null,
      token: newId(),
    })
    expect(quicker.kind).toBe('booked')

    const answer = await my.post(`/id/needs/${need}`, wish)
    expect(answer.status).toBe(409)
    expect(answer.html.match(/role="alert"/g)).toHaveLength(1)
    const row = rowOf(answer.html, host.slug)
    expect(row).toMatch(/<p class="time-problem[^>]*role="alert" tabindex="-1" autofocus/i)
    expect(row).toMatch(new RegExp(`${words.times.takenThem.replace('{time}', '\\W*\\d\\d\\.\\d\\d\\W*')}`))
    expect(row).toMatch(/<span class="time gone">\s*<s>/)
    const fresh = press(row)
    expect(row).not.toContain(`value="${wish.startsAt}"`)
    expect((await my.post(`/id/needs/${need}`, fresh)).location).toMatch(/\?new=booked$/)
  })

  it('shows each reader’s own zone first and the hall’s below it', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const page = await (await browser(guest.actor, 'tz=Asia%2FDubai')).get(`/id/needs/${need}`)
    const row = plain(rowOf(page.html, host.slug))
    const [, theirs, ours] =
      /<bdi class="clock">(\d\d)\.\d\d<\/bdi>[\s\S]*?<bdi>(\d\d)\.\d\d WIB<\/bdi>/.exec(row) ?? []
    expect(Number(ours) - Number(theirs)).toBe(3)
    expect(page.html).toContain('Dubai (UTC+4)')
  })

  it('is nobody else’s; the organiser reads it and can press nothing', async () => {
    await hall.host()
    const [guest, other] = [await hall.guest(), await hall.guest()]
    const need = await hall.need(guest)
    for (const address of [`/id/needs/${need}`, `/id/needs/${need}/times/host-0`]) {
      expect((await (await as(other)).get(address)).status, address).toBe(404)
      const visitor = await web.request(address)
      expect(visitor.headers.get('location')).toContain('/id/sign-in?next=')
    }
    const theirs = await (await browser(hall.organiser as Person)).get(`/id/needs/${need}`)
    expect(theirs.status).toBe(200)
    expect(theirs.html).toContain(words.readOnly)
    expect(theirs.html).not.toContain('name="startsAt"')
    expect(theirs.html).not.toContain(`/needs/${need}/edit`)
  })

  it('refuses a broken form kindly and books nothing in a closed need', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await as(guest)
    const wish = press(rowOf((await my.get(`/id/needs/${need}`)).html, host.slug))
    expect((await my.post(`/id/needs/${need}`, { ...wish, startsAt: 'besok' })).status).toBe(400)
    await hall.database.connection.sql`update need set state = 'closed', closed_at = now() where id = ${need}`
    const answer = await my.post(`/id/needs/${need}`, wish)
    expect(answer).toMatchObject({ status: 303, location: `/id/needs/${need}` })
    expect((await my.get(`/id/needs/${need}`)).html).toContain(words.closed)
  })

  it('says what to change where nobody can make it', async () => {
    const guest = await hall.guest()
    const need = await hall.need(guest, { requiredPapers: ['sni'] })
    const { html } = await (await as(guest)).get(`/id/needs/${need}`)
    expect(html).toContain(words.noneTitle)
    expect(html).toContain(words.loosen['paper-missing'])
    expect(html).toContain(`href="/id/needs/${need}/edit"`)
  })

  it('needs as many queries for many matches as for few', async () => {
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await as(guest)
    const cost = async () => {
      await my.get(`/id/needs/${need}`)
      queries = 0
      const { html } = await my.get(`/id/needs/${need}`)
      return { queries, rows: html.split('<li class="mt">').length - 1 }
    }
    const few = await cost()
    for (let i = 0; i < 4; i++) await hall.host({ instant: i % 2 === 0 })
    const many = await cost()
    expect(many.rows).toBeGreaterThan(few.rows)
    expect(many.queries).toBe(few.queries)
    expect(few.queries).toBeLessThanOrEqual(20)
  })
})

describe('other times', () => {
  const weekday = () => new Date(Date.now() + 9 * DAY_MS).toISOString().slice(0, 10)

  it('shows a week, leads to the next, and books', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await as(guest)
    const address = `/id/needs/${need}/times/${host.slug}`
    const page = await my.get(`${address}?product=${host.productId}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain(words.meeting.kept)
    const next = /<a [^>]*rel="next"[^>]*>/.exec(page.html)?.[0] ?? ''
    const nextPage = await my.get(/href="([^"]*)"/.exec(next)?.[1]?.replaceAll('&amp;', '&') ?? '')
    expect(nextPage.html).toContain('rel="prev"')
    const wish = press(nextPage.html)
    expect(wish.product).toBe(host.productId)
    expect(page.html).not.toContain(`value="${wish.startsAt}"`)
    expect((await my.post(address, wish)).location).toMatch(/\?new=booked$/)
  })

  it('asks for a typed time in the zone that the form was shown in', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await browser(guest.actor, 'tz=Asia%2FDubai')
    const address = `/id/needs/${need}/times/${host.slug}`
    const token = press((await my.get(address)).html).token ?? ''
    const typed = { intent: 'ask', product: '', token, zone: 'Asia/Dubai', note: 'Bawa sampel' }
    const answer = await my.post(address, { ...typed, date: weekday(), time: '15:00' })
    expect(answer.location).toMatch(/\?new=requested$/)
    const [row] = await hall.database.connection.sql`
      select starts_at, agenda ->> 'note' as note, occupies from meeting where need_id = ${need}`
    expect(row).toMatchObject({ note: 'Bawa sampel', occupies: false })
    expect(new Date(row?.starts_at).toISOString()).toBe(`${weekday()}T11:00:00.000Z`)
  })

  const wrong: [Record<string, string>, string[]][] = [
    [{ date: '', time: '' }, [words.problems.date, words.problems.time]],
    [{ date: '2027-03-28', time: '02:30', zone: 'Europe/Rome' }, [words.problems.skipped]],
    [{ date: '2020-01-01', time: '10:00' }, [words.problems.past]],
    [{ date: weekday(), time: '15:00', note: 'x'.repeat(501) }, [words.problems.note]],
  ]
  it.each(wrong)('says at the field what is wrong (case %#), and loses nothing', async (fields, problems) => {
    const host = await hall.host()
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const my = await as(guest)
    const typed: Record<string, string> = {
      intent: 'ask',
      product: '',
      token: newId(),
      zone: '',
      note: 'Catatan saya',
      ...fields,
    }
    const answer = await my.post(`/id/needs/${need}/times/${host.slug}`, typed)
    expect([400, 409]).toContain(answer.status)
    for (const problem of problems) expect(answer.html).toContain(problem.split('{')[0])
    expect(answer.html).toContain(`value="${typed.date}"`)
    expect(answer.html).toContain(`value="${typed.time}"`)
    expect(answer.html).toContain(typed.note)
  })

  it('offers only the question where a pesantren has published nothing', async () => {
    const host = await hall.host()
    await hall.database.connection.sql`delete from open_time where organisation_id = ${host.id}`
    await hall.database.connection.sql`delete from meeting_setting where organisation_id = ${host.id}`
    const guest = await hall.guest()
    const need = await hall.need(guest)
    const { html } = await (await as(guest)).get(`/id/needs/${need}/times/${host.slug}`)
    expect(html).toContain(words.meeting.nonePublished)
    expect(html).toContain(`<button type="submit" class="btn pri">`)
    expect(html).not.toContain('name="startsAt"')
  })
})
