import { and, eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { ReadinessStep } from '../shared/reason'
import type { SampleStanding } from '../shared/sample-voices'
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
 * samples. Two queries; what is missing is reckoned by the one rule, so that it never says another thing than the
 * studio. `sample`: those alone on which buyers' word falls so, ready ones too. `page` null: all of them.
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
  const all = await readReadiness(db, { where, locale, now })
  const voicesOn = (rows: readonly { id: string }[]) =>
    readSampleVoices(
      db,
      rows.map(({ id }) => id),
      { all: true },
    )
  const lacking = all.filter(({ missing }) => {
    if (step) return missing.includes(step)
    return sample !== null || missing.length > 0
  })
  const asked = sample ? await voicesOn(lacking) : null
  const found = lacking
    .filter(({ id }) => !asked || asked.get(id)?.standing === sample)
    .sort((a, b) => b.missing.length - a.missing.length)
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(wanted ?? 1) || 1), pages)
  const rows = wanted === null ? found : found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const voices = asked ?? (await voicesOn(rows))
  const said = rows.map((row) => ({ ...row, samples: voices.get(row.id) ?? NO_VOICES }))
  return { rows: said, total: found.length, page, pages }
}
