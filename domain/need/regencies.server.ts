import { asc, eq, exists, sql } from 'drizzle-orm'
import { edition } from '~/db/schema/edition'
import { regency } from '~/db/schema/region'
import type { Context } from '../shared/context'

export interface RegencyChoice {
  code: string
  name: string
}

/** Regencies and cities of the provinces whose halls are open, by their code: regencies first. One query. */
export function readRegencies({ db }: Pick<Context, 'db'>): Promise<RegencyChoice[]> {
  return db
    .select({ code: regency.code, name: regency.name })
    .from(regency)
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(edition)
          .where(sql`${edition.isOpen} and ${eq(edition.provinceCode, regency.provinceCode)}`),
      ),
    )
    .orderBy(asc(regency.code))
}
