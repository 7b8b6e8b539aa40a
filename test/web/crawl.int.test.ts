import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { seedSampleEdition } from '~/db/seed/seed-sample-edition.server'
import type { Actor } from '~/domain/shared/context'
import { sessionCookie } from '../setup/session-cookie'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// Follows every link that each of the sample's people is shown, and tries the addresses of what isn't theirs:
// nobody sees another's need, another's meeting, or anybody's number.

type Key = (typeof SAMPLE_ACCOUNTS)[number]['key']
const KEYS: readonly (Key | 'visitor')[] = ['visitor', ...SAMPLE_ACCOUNTS.map(({ key }) => key)]
/** Of booths and products, which are everybody's, a few are enough. */
const MOST_PUBLIC = 12
const MOST_PAGES = 90

interface Owned {
  id: string
  /** A word that stands in no other row. */
  secret: string
  organisations: string[]
}

let database: TestDatabase
let web: TestWeb
let needs: Owned[]
let meetings: Owned[]
const cookies = new Map<string, string>()
const organisationOf = new Map<string, string>()
/** The people's numbers, without the country. `key`: of one of the sample accounts. */
let phones: { number: string; key: string | undefined; organisation: string }[]
/** Whose samples are to be sent or handed over: the pesantren may call them. */
let toSend: { id: string; organisation: string; number: string }[]

beforeAll(async () => {
  database = await createTestDatabase()
  const { db, sql } = database.connection
  await seedSampleEdition(db, { booths: 40 })
  web = await createTestWeb({ connection: database.connection })
  // Words that can be told apart, and numbers that must not leave.
  await sql`update need set note = 'RAHASIA' || replace(id::text, '-', '')`
  await sql`update meeting set agenda = agenda || jsonb_build_object('note', 'RAPAT' || replace(id::text, '-', ''))`
  await sql`update person set phone_e164 = '+6281200' || (100000 + abs(hashtext(id::text)) % 800000)`
  for (const account of SAMPLE_ACCOUNTS) {
    const rows = await sql<{ person: string; organisation: string; kind: string; role: string }[]>`
      select p.id as person, o.id as organisation, o.kind, m.role from person p
      join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id
      where p.email = ${account.email} order by m.created_at`
    const actor = {
      kind: 'person',
      personId: rows[0]?.person ?? '',
      organisationId: rows[0]?.organisation ?? null,
      memberships: rows.map((row) => ({
        organisationId: row.organisation,
        organisationKind: row.kind,
        role: row.role,
        isSample: true,
        verification: 'verified',
      })),
    } as Extract<Actor, { kind: 'person' }>
    cookies.set(account.key, await sessionCookie(database, web, actor))
    organisationOf.set(account.key, rows[0]?.organisation ?? '')
  }
  const numbers = await sql<{ number: string; email: string; organisation: string }[]>`
    select substr(p.phone_e164, 4) as number, p.email, m.organisation_id as organisation
    from person p join membership m on m.person_id = p.id`
  phones = numbers.map(({ number, email, organisation }) => {
    const key = SAMPLE_ACCOUNTS.find((account) => account.email === email)?.key
    return { number, key, organisation }
  })
  toSend = await sql<typeof toSend>`
    select o.id, o.organisation_id as organisation, substr(p.phone_e164, 4) as number
    from sample_order o join person p on p.id = o.buyer_person_id where o.state in ('paid', 'packed', 'sent', 'received')`
  needs = await sql<Owned[]>`
    select id, note as secret, array[organisation_id::text] as organisations from need`
  meetings = await sql<Owned[]>`
    select m.id, m.agenda ->> 'note' as secret,
      array(select organisation_id::text from meeting_participant p where p.meeting_id = m.id) as organisations
    from meeting m`
}, 120_000)
afterAll(() => database?.drop())

const isPublic = (path: string) => /^\/(id|ar|en)\/(booths|products|hall|chat|inquiry|shortlist)/.test(path)

async function get(path: string, key: string) {
  const cookie = cookies.get(key)
  const answer = await web.request(path, { headers: cookie ? { cookie } : {} })
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

/** Every page that can be reached by links, with what it said. */
async function crawl(key: string) {
  const waiting = [
    '/id',
    '/id/needs',
    '/id/meetings',
    '/id/studio/meetings',
    '/id/studio/products',
    '/ar/meetings',
  ]
  const seen = new Map<string, { status: number; text: string }>()
  let open = 0
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    const path = waiting.shift() ?? ''
    if (seen.has(path) || (isPublic(path) && ++open > MOST_PUBLIC)) continue
    const page = await get(path, key)
    seen.set(path, page)
    if (page.location?.startsWith('/')) waiting.push(page.location)
    for (const [, href = ''] of page.text.matchAll(/href="(\/(?:id|ar)\/[^"#]*)/g)) {
      const address = href.replaceAll('&amp;', '&')
      // What is theirs first: their pages are what this is about.
      if (isPublic(address)) waiting.push(address)
      else waiting.unshift(address)
    }
  }
  return seen
}

/**
 * One's own number stands on one's own account, colleagues' on the team's page, a buyer's on the page of the paid
 * order that the pesantren sends, and the organiser's pages have all.
 */
function mayStand(key: Key | 'visitor', path: string, number: string): boolean {
  const page = path.replace(/^\/\w\w\//, '')
  const of = phones.filter((one) => one.number === number)
  if (/^account\b/.test(page)) return of.some((one) => one.key === key)
  if (/^team\b/.test(page)) return of.some(({ organisation }) => organisation === organisationOf.get(key))
  const [, orderId] = /^studio\/orders\/([\w-]+)/.exec(page) ?? []
  if (orderId) {
    const own = toSend.filter(({ organisation }) => organisation === organisationOf.get(key))
    return own.some((order) => order.id === orderId && order.number === number)
  }
  return key === 'organiser' && page.startsWith('organiser/')
}

describe.each(KEYS)('%s', (key) => {
  const owns = ({ organisations }: Owned) => organisations.includes(organisationOf.get(key) ?? '')
  const sees = (thing: Owned) => key === 'organiser' || owns(thing)

  it('is led to their own needs and meetings alone, and to nobody’s number', async () => {
    const pages = await crawl(key)
    expect(pages.size).toBeGreaterThan(20)
    const broken = [...pages]
      .filter(([, { status }]) => status >= 500 || status === 404)
      .map(([path]) => path)
    expect(broken).toEqual([])
    const all = [...pages.values()].map(({ text }) => text).join('\n')
    for (const thing of [...needs, ...meetings].filter((one) => !sees(one))) {
      expect(all.includes(thing.secret), thing.secret).toBe(false)
      expect(all.includes(thing.id), thing.id).toBe(false)
    }
    // The crawl did reach what is theirs.
    for (const thing of [...needs, ...meetings].filter(owns)) {
      expect(all.includes(thing.id), `their own ${thing.id}`).toBe(true)
    }
    const numbers = [...pages].flatMap(([path, { text }]) =>
      [...text.matchAll(/81200\d{6}/g)].map(([number]) => ({ path, number })),
    )
    expect(numbers.filter(({ path, number }) => !mayStand(key, path, number))).toEqual([])
  }, 120_000)

  it('is told that what isn’t theirs does not exist', async () => {
    const answers: [string, number][] = []
    for (const { id } of needs.filter((one) => !sees(one))) {
      for (const path of [`/id/needs/${id}`, `/id/needs/${id}/edit`, `/id/needs/${id}.data`]) {
        answers.push([path, (await get(path, key)).status])
      }
    }
    for (const { id } of meetings.filter((one) => !sees(one))) {
      for (const end of ['', '/move', '/calendar.ics', '.data']) {
        answers.push([`/id/meetings/${id}${end}`, (await get(`/id/meetings/${id}${end}`, key)).status])
      }
    }
    // A visitor is asked to sign in, which says nothing of the address; a page's data says it in its own way.
    const allowed = key === 'visitor' ? [302, 202] : [404, 403]
    expect(answers.filter(([, status]) => !allowed.includes(status))).toEqual([])
    if (key !== 'organiser') expect(answers.length).toBeGreaterThan(0)
  }, 60_000)
})
