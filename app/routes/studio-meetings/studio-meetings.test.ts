import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnswerProblem, Done } from '~/app/answer-meeting.server'
import { fill } from '~/app/i18n/fill'
import { words as id } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { registerWords } from '~/app/i18n/registry'
import type { MeetingRow } from '~/domain/meeting/meeting-view'

// The page as it is sent, from what its loader and action have said.
const said = vi.hoisted(() => ({ page: null as unknown, answer: null as unknown }))
vi.mock('@remix-run/react', () => ({
  Form: ({ replace: _, ...rest }: Record<string, unknown>) => createElement('form', rest),
  Link: 'a',
  NavLink: 'a',
  useLoaderData: () => said.page,
  useActionData: () => said.answer,
  useRouteLoaderData: () => null,
  useRouteError: () => null,
  useLocation: () => ({ key: 'here' }),
  useRevalidator: () => ({ revalidate: () => undefined }),
}))
const { default: StudioMeetings } = await import('./route')

const { meeting, meetings, match, studioProducts } = PAGE_WORDS.id
const FRESH = '2026-12-01T03:00:00.000Z'
const row: MeetingRow = {
  id: 'meeting-1',
  version: 7,
  state: 'requested',
  startsAt: new Date('2026-11-30T02:00:00Z'),
  endsAt: new Date('2026-11-30T02:20:00Z'),
  isOver: false,
  expiresAt: new Date('2026-11-24T02:00:00Z'),
  way: 'whatsapp',
  counterparts: [{ name: 'PT Toko', nameArabic: null }],
  productWords: 'madu hutan',

  productName: null,
  monthlyVolume: 240,
  unit: 'jar',
  waitsForMe: true,
  mySide: 'host',
  isSample: false,
}

registerWords('id', id)
beforeEach(() => {
  show({})
})

function show(change: { rows?: MeetingRow[]; mayAnswer?: boolean; done?: Done }) {
  const rows = change.rows ?? [row]
  said.answer = null
  said.page = {
    requests: rows,
    upcoming: [],
    toTell: [],
    counts: { upcoming: 0, requests: rows.length, past: 0 },
    mayAnswer: change.mayAnswer ?? true,
    reader: { zone: 'Asia/Jakarta', isKnown: true },
    now: new Date('2026-11-22T02:00:00Z'),
    done: change.done ?? null,
    doneMeeting: change.done ? row.id : null,
    words: meetings,
    booth: null,
    nav: studioProducts.nav,
    times: match.times,
    answer: meeting,
  }
}

function refuse(fresh: AnswerProblem['fresh']) {
  const values = { code: '', text: '' }
  said.answer = { intent: 'accept', kind: 'taken-us', fresh, values, meetingId: row.id }
}

const html = () => renderToStaticMarkup(createElement(StudioMeetings))
/** The form with free times, as it would be sent. */
const freshForm = () => html().match(/<form[^>]*class="fresh">[\s\S]*?<\/form>/)?.[0] ?? null
const slots = [{ startsAt: new Date(FRESH), endsAt: new Date('2026-12-01T03:20:00Z') }]

describe('a request whose time is gone', () => {
  it('is answered in place with a time that is free: one tap proposes it', () => {
    refuse(slots)
    const form = freshForm() ?? ''
    expect(html()).toContain(meeting.problem['taken-us'])
    expect(form).toContain(meeting.problem.fresh)
    expect(form).toContain(`name="meeting" value="${row.id}"`)
    expect(form).toContain('name="version" value="7"')
    expect(form).toContain('name="intent" value="move"')
    expect(form).toContain(`name="startsAt" value="${FRESH}"`)
  })

  it('says so where no other time is free', () => {
    refuse([])
    expect(freshForm()).toBeNull()
    expect(html()).toContain(meeting.problem.noneFresh)
  })

  it('offers nothing to who may not answer, nor once it waits for the other side', () => {
    show({ mayAnswer: false })
    refuse(slots)
    expect(freshForm()).toBeNull()
    show({ rows: [{ ...row, waitsForMe: false }] })
    refuse(slots)
    expect(freshForm()).toBeNull()
  })
})

describe('what was just answered', () => {
  it('names whom a proposed time waits for', () => {
    show({ done: 'proposed', rows: [{ ...row, waitsForMe: false }] })
    expect(html()).toContain(fill(meeting.done['proposed-request'], { name: 'PT Toko' }))
  })

  it('says it of a meeting that is not on the page, too', () => {
    show({ done: 'proposed', rows: [] })
    expect(html()).toContain(meeting.done.proposed)
  })
})
