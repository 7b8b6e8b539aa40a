import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rateLimit } from '~/db/schema/rate-limit'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { triesOf } from '../setup/role-answers'
import { TABLE } from '../setup/role-table'
import { EVIDENCE_PICTURE, openRoleWorld, ROLES, type Role, type RoleWorld } from '../setup/role-world'
import { sessionCookie } from '../setup/session-cookie'
import { createTestWeb, type TestWeb } from '../setup/test-web'

// Every route × every role × its own, another's, nobody's. A route that isn't in the table fails.

let world: RoleWorld
let web: TestWeb
let build: ServerBuild
beforeAll(async () => {
  world = await openRoleWorld()
  web = await createTestWeb({ connection: world.hall.database.connection })
  const body = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#cba' } })
    .webp()
    .toBuffer()
  await openStorage(web.env).put(EVIDENCE_PICTURE, { body, contentType: 'image/webp' })
  const file = path.join(import.meta.dirname, '../../build/server/index.js')
  build = await import(pathToFileURL(file).href)
})
afterAll(() => world?.hall.database.drop())

async function ask(role: Role, below: string, form?: Record<string, string>) {
  const actor = world.actors[role]
  const headers: Record<string, string> = actor
    ? { cookie: await sessionCookie(world.hall.database, web, actor) }
    : {}
  const address = below.startsWith('/') ? below : `/id/${below}`.replace(/\/$/, '')
  const answer = await web.request(
    address,
    form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers },
  )
  return { address, answer, html: await answer.text() }
}

function said(address: string, { status, headers }: Response, html: string): number | 'sign-in' {
  const to = `/id/sign-in?next=${encodeURIComponent(address)}`
  // What a visitor has written goes nowhere, and stays on a page that leads there.
  if (status === 401 && html.includes(`href="${to}"`)) return 'sign-in'
  return [302, 303].includes(status) && plain(headers.get('location')) === plain(to) ? 'sign-in' : status
}

/** The way to the sign-in page with what it leads back to in one spelling: a colon in a query may be coded or not. */
function plain(location: string | null): string {
  const { pathname, searchParams } = new URL(location ?? '', 'http://here')
  const next = new URL(searchParams.get('next') ?? '', 'http://here')
  return `${pathname} ${next.pathname} ${next.searchParams}`
}

/** A checksum of all that somebody could have changed. */
async function rows(): Promise<string> {
  const tables = [
    'need',
    'meeting',
    'meeting_event',
    'product',
    'open_time',
    'meeting_setting',
    'inquiry',
    'sample_offer',
    'shipping_rate',
    'sample_order',
    'dispute_evidence',
  ]
  const parts = tables.map((name) => `select '${name}' || t::text as row from ${name} t`)
  const [sum] = await world.hall.database.connection.db.execute<{ sum: string }>(
    sql.raw(
      `select md5(string_agg(row, '' order by row)) as sum from (${parts.join(' union all ')}) all_rows`,
    ),
  )
  return sum?.sum ?? ''
}

const ASKED = Object.entries(TABLE).flatMap(([id, row]) =>
  row === 'layout' ? [] : row.get.map((asked) => ({ id, asked, shape: asked.path(namesOf()) })),
)
const POSTED = Object.entries(TABLE).flatMap(([id, row]) =>
  row === 'layout' ? [] : (row.post ?? []).map((asked) => ({ id, asked, shape: asked.path(namesOf()) })),
)

/** For the names of the tests. */
function namesOf() {
  return {
    need: ':need',
    meeting: ':meeting',
    draft: ':draft',
    booth: ':booth',
    product: ':product',
    organisation: '',
    order: ':order',
    evidence: ':evidence',
  }
}

describe('the table', () => {
  it('has every route of the build, and no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(build.routes).sort())
  })

  it('says of every route whether it takes forms', () => {
    for (const [id, route] of Object.entries(build.routes)) {
      const row = TABLE[id]
      const says = row !== undefined && row !== 'layout' && row.post !== undefined
      expect(says, id).toBe(route?.module.action !== undefined)
    }
  })
})

describe('reading', () => {
  it.each(ASKED)('$id: $shape', async ({ asked }) => {
    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const { role, whose, answer } of triesOf(asked)) {
      const { address, answer: response, html } = await ask(role, asked.path(world.things[role][whose]))
      found[`${role} ${whose}`] = said(address, response, html)
      expected[`${role} ${whose}`] = answer
      if (answer === 403 || answer === 404) {
        // Nor does the refusal tell anything of what it refuses.
        for (const secret of ['madu hutan', 'Rancangan'])
          expect(html, `${role} ${whose}`).not.toContain(secret)
      }
    }
    expect(found).toEqual(expected)
  })
})

describe('writing', () => {
  it.each(POSTED)('$id: $shape', async ({ asked }) => {
    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    // As they are known to stand: a refusal leaves them so for the next one.
    let before: string | null = null
    for (const { role, whose, answer } of triesOf(asked)) {
      // What is counted here is refusals, not tries.
      await world.hall.database.connection.db.delete(rateLimit)
      const things = world.things[role][whose]
      before ??= await rows()
      const { address, answer: response, html } = await ask(role, asked.path(things), asked.form(things))
      found[`${role} ${whose}`] = said(address, response, html)
      expected[`${role} ${whose}`] = answer
      if (answer === 'sign-in' || answer >= 400) expect(await rows(), `${role} ${whose}`).toBe(before)
      else before = null
    }
    expect(found).toEqual(expected)
  })

  it('is refused to everybody where a route takes no forms', async () => {
    for (const [id, row] of Object.entries(TABLE)) {
      if (row === 'layout' || row.post) continue
      for (const role of ROLES) {
        const { answer } = await ask(role, row.get[0]?.path(world.things[role].other) ?? '', {})
        expect(answer.status, `${id} ${role}`).toBe(405)
      }
    }
  })
})
