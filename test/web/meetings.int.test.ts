import { eq } from 'drizzle-orm'
import nodeIcal from 'node-ical'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { addPerson } from '../setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestWeb, type TestWeb } from '../setup/test-web'

type Person = Extract<Actor, { kind: 'person' }>
type Host = Awaited<ReturnType<MeetingHall['host']>>

const DAY_MS = 86_400_000
const HOST_PHONE = '+6281234567890'
const GUEST_PHONE = '+971501234567'
const { id, en, ar } = PAGE_WORDS

let hall: MeetingHall
let web: TestWeb
beforeAll(async () => {
  hall = await openMeetingHall()
  web = await createTestWeb({ connection: hall.database.connection })
})
afterAll(() => hall?.database.drop())

/** The web reads the real clock: a day of the hall's calendar so many days from now. */
const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)
const unescaped = (html: string) =>
  shownHtml(html).replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
const filled = (sentence: string, values: Record<string, string>) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** A browser without JavaScript in which somebody is signed in. */
async function browser(actor: Person) {
  const cookie = await sessionCookie(hall.database, web, actor)
  return {
    async get(address: string) {
      const answer = await web.request(address, { headers: { cookie } })
      const html = await answer.text()
      return { answer, html, text: unescaped(html) }
    },
    async post(address: string, fields: Record<string, string>) {
      const body = new URLSearchParams(fields)
      const answer = await web.request(address, { method: 'POST', headers: { cookie }, body })
      const html = await answer.text()
      return { answer, text: unescaped(html), location: answer.headers.get('location') }
    },
  }
}
type Browser = Awaited<ReturnType<typeof browser>>

/** What the form of an intent holds as it was served; null: the page has no such form. */
function served(html: string, intent: string): Record<string, string> | null {
  for (const [, form = ''] of html.matchAll(/<form([\s\S]*?)<\/form>/g)) {
    const fields: Record<string, string> = {}
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
      fields[attribute('name')] = attribute('value')
    }
    if (fields.intent === intent) return fields
  }
  return null
}

const offered = (html: string) =>
  [...html.matchAll(/name="startsAt" value="([^"]+)"/g)].map(([, at]) => at ?? '')

async function phones(host: Host, guest: Side) {
  const { db } = hall.database.connection
  const { organisation } = schema
  await db.update(organisation).set({ whatsappE164: HOST_PHONE }).where(eq(organisation.id, host.id))
  await db.update(organisation).set({ whatsappE164: GUEST_PHONE }).where(eq(organisation.id, guest.id))
}

async function book(guest: Side, host: Host, startsAt: Date, now = new Date()): Promise<string> {
  const outcome = await bookMeeting(hall.as(guest, now), {
    needId: await hall.need(guest),
    boothSlug: host.slug,
    productId: host.productId,
    startsAt,
    note: null,
    token: newId(),
  })
  if (!('meetingId' in outcome)) throw new Error(outcome.kind)
  return outcome.meetingId
}

async function calendar(on: Browser, meetingId: string, locale = 'en') {
  const { answer, html } = await on.get(`/${locale}/meetings/${meetingId}/calendar.ics`)
  const found = Object.values(await nodeIcal.async.parseICS(html)).find((part) => part?.type === 'VEVENT')
  if (found?.type !== 'VEVENT') throw new Error('no event')
  return { answer, file: html, event: found }
}

describe('a booked meeting', () => {
  let host: Host
  let guest: Side
  let meetingId: string
  let atHost: Browser
  let atGuest: Browser
  beforeEach(async () => {
    host = await hall.host()
    guest = await hall.guest()
    await phones(host, guest)
    meetingId = await book(guest, host, hall.at('09:00', day(16)))
    atHost = await browser(host.actor)
    atGuest = await browser(guest.actor)
  })
  const page = () => `/en/meetings/${meetingId}`

  it('is there for both sides and the organiser, and for nobody else', async () => {
    const product = `Honey madu-${host.slug}, 240`
    for (const [who, title] of [
      [atHost, product],
      // In the company's own words for itself.
      [atGuest, 'Madu hutan, 240'],
      [await browser(hall.organiser as Person), product],
    ] as const) {
      const { answer, text } = await who.get(page())
      expect(answer.status).toBe(200)
      expect(text).toContain(title)
      expect(text).toContain(en.meeting.state.booked)
      expect(text).toContain('09:00–09:20')
    }
    const other = await browser((await hall.guest()).actor)
    const otherHost = await browser((await hall.host()).actor)
    for (const who of [other, otherHost]) {
      for (const part of ['', '/move', '/whatsapp', '/calendar.ics']) {
        expect((await who.get(page() + part)).answer.status, part).toBe(404)
      }
      expect((await who.post(`${page()}/whatsapp`, {})).answer.status).toBe(404)
      const cancelled = await who.post(page(), { intent: 'cancel', version: '1', code: 'unable', text: '' })
      expect(cancelled.answer.status).toBe(404)
    }
    for (const part of ['', '/move', '/whatsapp', '/calendar.ics']) {
      const visitor = await web.request(page() + part)
      expect(visitor.status, part).toBe(302)
      expect(visitor.headers.get('location')).toContain('/en/sign-in?next=')
    }
  })

  it('gives the organiser nothing to press and no calendar file', async () => {
    const organiser = await browser(hall.organiser as Person)
    const { html, text } = await organiser.get(page())
    for (const intent of ['cancel', 'move', 'accept', 'outcome']) expect(served(html, intent)).toBeNull()
    expect(text).not.toContain('/whatsapp"')
    expect(text).not.toContain('calendar.ics')
    expect((await organiser.get(`${page()}/calendar.ics`)).answer.status).toBe(404)
    expect(
      (await organiser.post(page(), { intent: 'cancel', version: '1', code: 'time', text: '' })).answer
        .status,
    ).toBe(403)
  })

  it('lets somebody who only reads press nothing', async () => {
    const reader = await browser(await addPerson(hall.database, host.id, 'pesantren', 'member'))
    const { html, text } = await reader.get(page())
    expect(text).toContain(`Honey madu-${host.slug}`)
    for (const intent of ['cancel', 'move', 'accept']) expect(served(html, intent)).toBeNull()
    expect(text).not.toContain(`/meetings/${meetingId}/whatsapp`)
    const refused = await reader.post(`${page()}/whatsapp`, {})
    expect(refused.answer.status).toBe(403)
    const list = await reader.get('/en/studio/meetings')
    expect(list.text).toContain(en.meetings.studio.readOnly)
  })

  it('shows no number anywhere; it leaves only towards WhatsApp, and not without end', async () => {
    const digits = [HOST_PHONE, GUEST_PHONE].map((phone) => phone.slice(1))
    for (const who of [atHost, atGuest]) {
      for (const address of [
        page(),
        `${page()}.data`,
        `${page()}/move`,
        `${page()}/calendar.ics`,
        '/en/meetings',
        '/en/studio/meetings',
      ]) {
        const { html } = await who.get(address)
        for (const number of digits) expect(html.replace(/[\s-]/g, ''), address).not.toContain(number)
      }
    }
    const { answer, location } = await atGuest.post(`/ar/meetings/${meetingId}/whatsapp`, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const chat = new URL(location ?? '')
    expect(chat.origin + chat.pathname).toBe('https://wa.me/6281234567890')
    const draft = chat.searchParams.get('text') ?? ''
    expect(draft).toContain('Kita bertemu')
    expect(draft).toContain('pukul 09.00 WIB (UTC+7)')
    expect(draft).toContain(`/id/meetings/${meetingId}`)
    expect(draft).toContain('نجتمع')
    expect((await atHost.post(`${page()}/whatsapp`, {})).location).toContain('https://wa.me/971501234567')

    for (let count = 1; count < 5; count++) {
      expect((await atGuest.post(`${page()}/whatsapp`, {})).answer.status).toBe(303)
    }
    const refused = await atGuest.post(`${page()}/whatsapp`, {})
    expect(refused.answer.status).toBe(429)
    expect(refused.answer.headers.get('retry-after')).toMatch(/^\d+$/)
  })

  it('is moved by its guest at once and cancelled by its host: both see the same, and so do calendars', async () => {
    const first = await calendar(atGuest, meetingId, 'ar')
    expect(first.answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.answer.headers.get('cache-control')).toBe('private, no-store')
    expect(first.answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.ics"$/)
    expect(first.file).toContain('METHOD:PUBLISH')
    for (const line of first.file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(first.event.summary).toContain('اجتماع')

    const choice = await atGuest.get(`${page()}/move`)
    const wanted = offered(choice.html).at(-1) ?? ''
    const moved = await atGuest.post(`${page()}/move`, {
      version: /name="version" value="(\d+)"/.exec(choice.html)?.[1] ?? '',
      startsAt: wanted,
    })
    expect(moved.location).toBe(`${page()}?done=moved`)
    const after = await calendar(atHost, meetingId)
    expect(after.event.start.toISOString()).toBe(wanted)
    for (const who of [atHost, atGuest]) {
      const { text } = await who.get(page())
      const clock = new Date(wanted).toLocaleTimeString('en-GB', {
        timeZone: 'Asia/Jakarta',
        hour: '2-digit',
        minute: '2-digit',
      })
      expect(text).toContain(`>${clock}–`)
    }

    const { html } = await atHost.get(page())
    const form = served(html, 'cancel')
    const unsaid = await atHost.post(page(), { ...form, text: ' ' })
    expect(unsaid.answer.status).toBe(400)
    expect(unsaid.text).toContain(en.meeting.problem['reason-missing'])
    const cancelled = await atHost.post(page(), { ...form, code: 'unable', text: 'Panen lebih awal' })
    expect(cancelled.location).toBe(`${page()}?done=cancelled`)
    expect((await atHost.get(page())).text).toContain(en.meeting.ended.cancelledByYou)
    for (const [locale, words] of [
      ['id', id],
      ['ar', ar],
    ] as const) {
      const { text } = await atGuest.get(`/${locale}/meetings/${meetingId}`)
      expect(text).toContain(words.meeting.state.cancelled)
      expect(text).toContain(words.meeting.reasons.unable)
      expect(text).toContain('Panen lebih awal')
      expect(served(text, 'cancel')).toBeNull()
    }
    const last = await calendar(atGuest, meetingId)
    expect(last.event.status).toBe('CANCELLED')
    expect(new Set([first, after, last].map(({ event }) => event.uid))).toEqual(
      new Set([`${meetingId}@opop-expo`]),
    )
    const sequences = [first, after, last].map(({ event }) => Number(event.sequence))
    expect(sequences[1]).toBeGreaterThan(sequences[0] ?? 0)
    expect(sequences[2]).toBeGreaterThan(sequences[1] ?? 0)
  })

  it('keeps a time that was typed wrongly, and proposes one that is right', async () => {
    const { html } = await atHost.get(`${page()}/move`)
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    const typed = { version, zone: 'Europe/Rome', date: day(20), time: '25:99' }
    const wrong = await atHost.post(`${page()}/move`, typed)
    expect(wrong.answer.status).toBe(400)
    expect(wrong.text).toContain(en.meeting.moving.timeMissing)
    expect(wrong.text).toContain(`value="${day(20)}"`)
    const right = await atHost.post(`${page()}/move`, { ...typed, time: '10:30' })
    expect(right.location).toBe(`${page()}?done=proposed`)
    const proposal = await atGuest.get(page())
    expect(proposal.text).toContain(en.meeting.state.newTime)
    const accepted = await atGuest.post(page(), served(proposal.html, 'accept-move') ?? {})
    expect(accepted.location).toBe(`${page()}?done=moved`)
    // 10:30 in Rome is later in Jakarta: what was typed is a time of the zone that the page showed.
    const { event } = await calendar(atHost, meetingId)
    expect(event.start.toLocaleTimeString('en-GB', { timeZone: 'Europe/Rome' })).toBe('10:30:00')
  })
})

describe('a request', () => {
  it('is accepted from the list in one tap, once', async () => {
    const host = await hall.host({ instant: false })
    const guest = await hall.guest()
    const meetingId = await book(guest, host, hall.at('09:00', day(16)))
    const atHost = await browser(host.actor)
    const list = await atHost.get('/id/studio/meetings')
    expect(list.text).toContain(id.meetings.state.answer)
    const form = served(list.html, 'accept')
    expect(form?.meeting).toBe(meetingId)
    const accepted = await atHost.post('/id/studio/meetings', form ?? {})
    expect(accepted.location).toBe(`/id/studio/meetings?done=accepted&meeting=${meetingId}`)
    const after = await atHost.get(accepted.location ?? '')
    expect(after.text).toContain(
      filled(id.meetings.studio.accepted, { goods: `Madu madu-${host.slug}`, name: guest.name }),
    )
    expect(served(after.html, 'accept')).toBeNull()
    const again = await atHost.post('/id/studio/meetings', form ?? {})
    expect(again.answer.status).toBe(409)
    expect(again.text).toContain(id.meeting.problem.changed)
    const atGuest = await browser(guest.actor)
    expect((await atGuest.get(`/en/meetings/${meetingId}`)).text).toContain(en.meeting.state.booked)
    expect((await atGuest.get('/en/meetings')).text).toContain(en.meetings.state.booked)
  })

  it('is declined in two taps, and its reason is read in the other language', async () => {
    const host = await hall.host({ instant: false })
    const guest = await hall.guest()
    const meetingId = await book(guest, host, hall.at('09:00', day(16)))
    const atHost = await browser(host.actor)
    const { html } = await atHost.get('/id/studio/meetings')
    const form = served(html, 'decline')
    const unsaid = await atHost.post('/id/studio/meetings', { ...form, text: '' })
    expect(unsaid.answer.status).toBe(400)
    expect(unsaid.text).toContain(id.meeting.problem['reason-missing'])
    const declined = await atHost.post('/id/studio/meetings', { ...form, code: 'capacity' })
    expect(declined.answer.status).toBe(303)
    const { text } = await (await browser(guest.actor)).get(`/ar/meetings/${meetingId}`)
    expect(text).toContain(ar.meeting.state.declined)
    expect(text).toContain(ar.meeting.reasons.capacity)

    // Nobody gets the other side's number for ever by a request that came to nothing.
    await phones(host, guest)
    const page = `/en/meetings/${meetingId}`
    for (const side of [host, guest]) {
      const who = await browser(side.actor)
      expect((await who.post(`${page}/whatsapp`, {})).location).toBe(page)
      expect((await who.get(page)).text).not.toContain('/whatsapp"')
    }
  })

  it('says that a meeting stands already where another time is tapped, and shows it on the page of times', async () => {
    const host = await hall.host({ instant: false })
    const guest = await hall.guest()
    const needId = await hall.need(guest)
    const atGuest = await browser(guest.actor)
    const times = `/en/needs/${needId}/times/${host.slug}`
    expect((await atGuest.get(times)).text).not.toContain(en.match.meeting.existing)
    const tap = (clock: string) =>
      atGuest.post(times, {
        intent: 'meet',
        booth: host.slug,
        product: '',
        token: newId(),
        startsAt: hall.at(clock, day(16)).toISOString(),
      })
    const first = (await tap('09:00')).location ?? ''
    expect(first).toMatch(/\?new=requested$/)
    const page = first.replace(/\?.*/, '')
    expect((await tap('09:25')).location).toBe(`${page}?done=existing`)
    const { text } = await atGuest.get(`${page}?done=existing`)
    expect(text).toContain(en.meeting.done.existing)
    expect(text).not.toContain(en.meeting.new.booked)
    const shown = await atGuest.get(times)
    expect(shown.text).toContain(en.match.meeting.existing)
    expect(shown.text).toContain(`href="${page}"`)
  })

  it('believes no link about what was done', async () => {
    const host = await hall.host({ instant: false })
    const guest = await hall.guest()
    const meetingId = await book(guest, host, hall.at('09:00', day(16)))
    const atGuest = await browser(guest.actor)
    for (const done of ['accepted', 'declined', 'withdrawn', 'cancelled', 'moved', 'told'] as const) {
      const { text } = await atGuest.get(`/id/meetings/${meetingId}?done=${done}`)
      expect(text, done).not.toContain(id.meeting.done[done].split('{')[0])
    }
  })

  it('whose time was taken meanwhile says so, with times that are free and can be pressed', async () => {
    const host = await hall.host({ instant: false })
    const [quick, slow] = [await hall.guest(), await hall.guest()]
    const taken = hall.at('09:00', day(16))
    const first = await book(quick, host, taken)
    const second = await book(slow, host, taken)
    const atHost = await browser(host.actor)
    const accept = async (meetingId: string) => {
      const { html } = await atHost.get(`/en/meetings/${meetingId}`)
      return atHost.post(`/en/meetings/${meetingId}`, served(html, 'accept') ?? {})
    }
    expect((await accept(first)).location).toContain('done=accepted')
    const refused = await accept(second)
    expect(refused.answer.status).toBe(409)
    expect(refused.text).toContain(en.meeting.problem['taken-us'])
    const fresh = offered(refused.text)
    expect(fresh.length).toBeGreaterThan(0)
    expect(fresh).not.toContain(taken.toISOString())
    const proposed = await atHost.post(`/en/meetings/${second}`, {
      ...served(refused.text, 'move'),
      startsAt: fresh[0] ?? '',
    })
    expect(proposed.location).toBe(`/en/meetings/${second}?done=proposed`)
    const atGuest = await browser(slow.actor)
    const { html, text } = await atGuest.get(`/en/meetings/${second}`)
    expect(text).toContain(en.meeting.state.waitsForYou)
    const agreed = await atGuest.post(`/en/meetings/${second}`, served(html, 'accept-move') ?? {})
    expect(agreed.location).toContain('done=')
    expect((await calendar(atGuest, second)).event.start.toISOString()).toBe(fresh[0])
  })

  it('refuses a form that no page of ours sends', async () => {
    const host = await hall.host({ instant: false })
    const meetingId = await book(await hall.guest(), host, hall.at('09:00', day(16)))
    const atHost = await browser(host.actor)
    const forms: Record<string, string>[] = [
      { intent: 'explode', version: '1' },
      { intent: 'accept', version: 'one' },
      { intent: 'move', version: '1', startsAt: 'soon' },
    ]
    for (const fields of forms) {
      expect((await atHost.post(`/en/meetings/${meetingId}`, fields)).answer.status).toBe(400)
    }
  })
})

describe('after the meeting', () => {
  it('each side tells what came of it: kept apart, marked as promised, nothing typed lost', async () => {
    const host = await hall.host()
    const guest = await hall.guest()
    const asked = new Date(Date.now() - 5 * DAY_MS)
    const meetingId = await book(guest, host, hall.at('09:00', day(-1)), asked)
    const page = `/en/meetings/${meetingId}`
    const atHost = await browser(host.actor)
    expect((await atHost.get('/en/studio/meetings')).text).toContain(en.meetings.state.tell)
    const form = served((await atHost.get(page)).html, 'outcome')
    const typed = { ...form, kind: 'order', nextStep: 'Send two sample jars', nextStepOn: day(9) }

    const wrong = await atHost.post(page, { ...typed, promised: '' })
    expect(wrong.answer.status).toBe(400)
    expect(wrong.text).toContain(en.meeting.outcome.problems['value-missing'])
    expect(wrong.text).toContain('value="Send two sample jars"')
    expect(wrong.text).toMatch(/value="order"[^>]*checked|checked[^>]*value="order"/)

    const told = await atHost.post(page, { ...typed, promised: '25.000.000' })
    expect(told.location).toBe(`${page}?done=told`)
    const { text, html } = await atHost.get(page)
    expect(text).toContain(en.meeting.outcome.promised)
    expect(text).toContain('IDR\u00a025,000,000')
    // Somebody who still has the empty form doesn't overwrite it.
    const stale = await atHost.post(page, { ...typed, promised: '1.000.000' })
    expect(stale.answer.status).toBe(409)
    expect(stale.text).toContain(en.meeting.outcome.stale)
    const corrected = await atHost.post(page, {
      ...served(html, 'outcome'),
      ...typed,
      outcomeVersion: '1',
      promised: '30000000',
    })
    expect(corrected.location).toContain('done=told')

    const atGuest = await browser(guest.actor)
    const theirs = await atGuest.get(page)
    expect(theirs.text).not.toContain('30,000,000')
    expect(served(theirs.html, 'outcome')).not.toBeNull()
    const seen = await (await browser(hall.organiser as Person)).get(page)
    expect(seen.text).toContain('IDR\u00a030,000,000')
    expect(seen.text).toContain(filled(en.meeting.outcome.toldBy, { name: host.name }))
  })
})

describe('the lists', () => {
  it('say what is missing and where to go where there is nothing', async () => {
    const company = await browser((await hall.guest()).actor)
    for (const tab of ['upcoming', 'requests', 'past'] as const) {
      const { text } = await company.get(`/en/meetings?tab=${tab}`)
      expect(text).toContain(en.meetings.empty[tab].title)
      expect(text).toContain('href="/en/needs"')
    }
    const host = await browser((await hall.host()).actor)
    const { text } = await host.get('/en/studio/meetings')
    expect(text).toContain(en.meetings.studio.emptyTitle)
    expect(text).toContain('href="/en/studio/open-times"')
    const home = await host.get('/en/studio')
    expect(home.text).toContain(en.studioHome.requests)
    expect((await company.get('/en/studio')).answer.headers.get('location')).toBe('/en/meetings')
    // The studio is a pesantren's.
    const led = await company.get('/en/studio/meetings')
    expect(led.answer.headers.get('location')).toBe('/en/meetings')
  })

  it('ask visitors to sign in', async () => {
    for (const address of ['/id/meetings', '/id/studio/meetings']) {
      const answer = await web.request(address)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/id/sign-in?next=${encodeURIComponent(address)}`)
    }
  })
})

describe('sample data', () => {
  it('never opens WhatsApp without a number for it: the message is only shown', async () => {
    // Sample people sign in only while the sample edition is open.
    const { edition } = schema
    await hall.database.connection.db
      .update(edition)
      .set({ isSample: true })
      .where(eq(edition.id, hall.editionId))
    const host = await hall.host({ isSample: true })
    const guest = await hall.guest({ isSample: true })
    const meetingId = await book(guest, host, hall.at('09:00', day(16)))
    const atGuest = await browser(guest.actor)
    const { location } = await atGuest.post(`/en/meetings/${meetingId}/whatsapp`, {})
    expect(location).toBe(`/en/meetings/${meetingId}/whatsapp`)
    const { text } = await atGuest.get(location ?? '')
    expect(text).toContain('Kita bertemu')
    expect(text).toContain('We meet')
    expect(text).toContain(filled(en.meeting.demonstrationText, { name: host.name }))
  })
})
