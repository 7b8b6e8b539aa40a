import { and, eq, inArray } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { ReadinessStep } from '../shared/reason'
import type { SampleStanding } from '../shared/sample-voices'
import { findLacking } from './find-lacking.server'
import { type ReadyProduct, readReadiness } from './readiness-rows.server'
import { NO_VOICES, readSampleVoices, type SampleVoices } from './sample-voices.server'

const PAGE_SIZE = 30

export interface ReadinessList {
  rows: (ReadyProduct & { samples: SampleVoices })[]
  total: number
  page: number
  pages: number
}

/**
 * Published goods that aren't ready, for the organiser: those that lack most first, with what buyers said of their
 * samples. Three queries, of which two are of the page alone; what is missing is reckoned by the one rule, so that it
 * never says another thing than the studio. `sample`: those alone on which buyers' word falls so, ready ones too. `page` null: all of them.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listReadiness(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  {
    step,
    sample = null,
    page: wanted,
    locale,
  }: {
    step: ReadinessStep | null
    sample?: SampleStanding | null
    page: number | null
    locale: Locale
  },
): Promise<ReadinessList> {
  const { isSample } = requireOrganiser(actor)
  const where = and(eq(product.state, 'published'), eq(organisation.isSample, isSample))
  if (sample) return ofStanding(db, { where, step, sample, page: wanted, locale, now })
  const { ids, total } = await findLacking(db, { where, step, now, page: wanted, size: PAGE_SIZE })
  const shown = inArray(product.id, ids)
  const rows = ids.length === 0 ? [] : await readReadiness(db, { where: shown, locale, now })
  const place = new Map(ids.map((id, at) => [id, at]))
  rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  return { rows: withVoices(rows, await voicesOn(db, rows)), ...pageOf(total, wanted) }
}

/** Those on which buyers' word falls so: few of them have any, and each is asked. */
async function ofStanding(
  db: Context['db'],
  {
    step,
    sample,
    page: wanted,
    ...which
  }: Parameters<typeof readReadiness>[1] & {
    step: ReadinessStep | null
    sample: SampleStanding
    page: number | null
  },
): Promise<ReadinessList> {
  const all = await readReadiness(db, which)
  const asked = all.filter(({ missing }) => !step || missing.includes(step))
  const voices = await voicesOn(db, asked)
  const found = asked
    .filter(({ id }) => voices.get(id)?.standing === sample)
    .sort((a, b) => b.missing.length - a.missing.length)
  const { page, ...counts } = pageOf(found.length, wanted)
  const rows = wanted === null ? found : found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return { rows: withVoices(rows, voices), page, ...counts }
}

const voicesOn = (db: Context['db'], rows: readonly { id: string }[]) =>
  readSampleVoices(
    db,
    rows.map(({ id }) => id),
    { all: true },
  )

const withVoices = (rows: readonly ReadyProduct[], voices: ReadonlyMap<string, SampleVoices>) =>
  rows.map((row) => ({ ...row, samples: voices.get(row.id) ?? NO_VOICES }))

function pageOf(total: number, wanted: number | null) {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  return { total, pages, page: Math.min(Math.max(1, Math.trunc(wanted ?? 1) || 1), pages) }
}
