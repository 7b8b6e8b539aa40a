import { and, eq, ne } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type ReadyProduct, readReadiness } from './readiness-rows.server'
import { NO_VOICES, readSampleVoices, type SampleVoices } from './sample-voices.server'

/**
 * How ready for export each of the own goods is, and what buyers said of its samples, in the order of the shelf. Two
 * queries.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listOwnReadiness(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { locale }: { locale: Locale },
): Promise<{ rows: (ReadyProduct & { samples: SampleVoices })[]; mayWrite: boolean }> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const where = and(eq(product.organisationId, acting.organisationId), ne(product.state, 'archived'))
  const rows = await readReadiness(db, { where, locale, now })
  const voices = await readSampleVoices(
    db,
    rows.map(({ id }) => id),
    { all: false },
  )
  return {
    rows: rows.map((row) => ({ ...row, samples: voices.get(row.id) ?? NO_VOICES })),
    mayWrite: mayWrite(acting),
  }
}
