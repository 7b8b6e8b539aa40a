import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '~/app/i18n/fill'
import { formatTime } from '~/app/i18n/format'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { newId } from '~/domain/shared/ids'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { sessionCookie } from '../setup/session-cookie'
import { shownHtml } from '../setup/shown-html'
import { createTestWeb, type TestWeb } from '../setup/test-web'

/**
 * Hours of notice until a noon, when the hosts have closed for the day: the web goes by the real clock, and what is
 * left of a morning that has begun wouldn't hold the times of all.
 */
const NOTICE = 24 + Math.ceil(24 - ((Date.now() / 3_600_000 + 7 - 12) % 24))

let hall: MeetingHall
let web: TestWeb
let hosts: (Side & { productId: string })[]
let guest: Side
beforeAll(async () => {
  hall = await openMeetingHall()
  web = await createTestWeb({ connection: hall.database.connection })
  // Enough seats for the bookings of all three languages.
  hosts = [await hall.host({ seats: 4 }), await hall.host(), await hall.host()]
  guest = await hall.guest()
  await hall.database.connection.sql`update meeting_setting set notice_hours = ${NOTICE}`
})
afterAll(() => hall?.database.drop())

/** A need's page as its company, or somebody else, reads it. */
async function pageOf(needId: string, locale: Locale, reader = guest.actor): Promise<string> {
  const cookie = await sessionCookie(hall.database, web, reader)
  const answer = await web.request(`/${locale}/needs/${needId}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return shownHtml(await answer.text())
    .replace(/<!-- -->/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u2068\u2069]/g, '')
}
const whys = (html: string) =>
  Array.from(
    html.matchAll(/<p class="time-why[^>]*>[\s\S]*?<span class="line">([\s\S]*?)<\/span>/g),
    ([, why]) => why,
  )
const sentence = (text: string, values: Record<string, string>) =>
  fill(text, values).replace(/[\u2068\u2069]/g, '')

describe.each(LOCALES)('the times of a need, in %s', (locale) => {
  const { proposed, group } = PAGE_WORDS[locale].match

  it('say why each is proposed: the first for one, beside it for the others', async () => {
    const html = await pageOf(await hall.need(guest), locale)
    const names = hosts.map(({ name }) => name)
    const beside = names.flatMap((booth) => [
      sentence(proposed.why['after-proposal'], { booth }),
      sentence(proposed.why['before-proposal'], { booth }),
    ])
    const found = whys(html)
    expect(found).toHaveLength(3)
    expect(found.filter((why) => why === proposed.why['first-free'])).toHaveLength(1)
    expect(found.filter((why) => beside.includes(why ?? ''))).toHaveLength(2)
    // The alternatives' reasons stand with the points.
    expect(html.split(proposed.title).length - 1).toBe(3)
  })

  it('lie beside a meeting that the company has, and name it by its time', async () => {
    const busy = await hall.guest()
    const needId = await hall.need(busy)
    const [, wish = ''] =
      /name="startsAt" value="([^"]*)"/.exec(await pageOf(needId, locale, busy.actor)) ?? []
    const booked = await bookMeeting(hall.as(busy, new Date()), {
      needId,
      boothSlug: hosts[0]?.slug ?? '',
      productId: null,
      startsAt: new Date(wish),
      note: null,
      token: newId(),
    })
    expect(booked.kind).toBe('booked')
    const time = formatTime(new Date(wish), locale, 'Asia/Jakarta')
    const beside = [proposed.why['after-meeting'], proposed.why['before-meeting']].map((why) =>
      sentence(why, { time }),
    )
    const found = whys(await pageOf(needId, locale, busy.actor))
    expect(found).toHaveLength(2)
    expect(found.some((why) => beside.includes(why ?? ''))).toBe(true)
  })

  it('say what keeps the two from having any', async () => {
    const { sql } = hall.database.connection
    const [host] = hosts
    await sql`update meeting_setting set notice_hours = 24, horizon_days = 1 where organisation_id = ${host?.id ?? ''}`
    const html = await pageOf(await hall.need(guest), locale)
    await sql`update meeting_setting set notice_hours = ${NOTICE}, horizon_days = 42 where organisation_id = ${host?.id ?? ''}`
    expect(html).toContain(proposed.none.notice)
  })

  it('stand below a group, where nobody has enough alone', async () => {
    const { sql } = hall.database.connection
    await sql`update product set monthly_capacity = 150, name = '{"id":"Madu hutan"}'`
    const html = await pageOf(await hall.need(guest), locale)
    const organisers = await pageOf(await hall.need(guest), locale, hall.organiser as Side['actor'])
    await sql`update product set monthly_capacity = null`
    expect(html).toContain(group.title)
    expect(html).toContain(group.honest)
    expect(html.match(new RegExp(`>${group.ask}<`, 'g'))).toHaveLength(2)
    expect(html).toMatch(/href="\/\w\w\/needs\/[^"]*\/times\/host-\d+\?product=/)
    expect(organisers).toContain(group.title)
    expect(organisers).not.toContain(`>${group.ask}<`)
  })
})
