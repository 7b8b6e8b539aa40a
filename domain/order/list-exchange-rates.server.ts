import { desc, eq, inArray } from 'drizzle-orm'
import { exchangeRate } from '~/db/schema/ledger'
import { person } from '~/db/schema/person'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import type { ShownCurrency } from '../shared/order-enums'
import { hallDay } from './hall-day'
import { isRealHallOpen } from './real-hall.server'

const DAYS = 12

export interface RateDay {
  validOn: string
  rates: {
    currency: ShownCurrency
    idrMinorPerUnit: number
    source: string
    /** Who said so; null: nobody any more, or it came with the sample. */
    by: string | null
    at: Date
  }[]
}

export interface RateHistory {
  /** Not of the sample's organiser while a real hall is open. */
  mayKeep: boolean
  today: string
  days: RateDay[]
  page: number
  pages: number
}

/** What was said of currencies, the newest day first: three queries, one more for the sample's organiser. @throws AppError 'forbidden'. */
export async function listExchangeRates(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { page: wanted }: { page: number },
): Promise<RateHistory> {
  const { isSample } = requireOrganiser(actor)
  const days = db.selectDistinct({ validOn: exchangeRate.validOn }).from(exchangeRate)
  const pages = Math.max(1, Math.ceil((await db.$count(days.as('days'))) / DAYS))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const shown = await days
    .orderBy(desc(exchangeRate.validOn))
    .limit(DAYS)
    .offset((page - 1) * DAYS)
  const rows =
    shown.length === 0
      ? []
      : await db
          .select({
            validOn: exchangeRate.validOn,
            currency: exchangeRate.currency,
            idrMinorPerUnit: exchangeRate.idrMinorPerUnit,
            source: exchangeRate.source,
            by: person.name,
            at: exchangeRate.createdAt,
          })
          .from(exchangeRate)
          .leftJoin(person, eq(person.id, exchangeRate.personId))
          .where(
            inArray(
              exchangeRate.validOn,
              shown.map(({ validOn }) => validOn),
            ),
          )
  return {
    mayKeep: !(isSample && (await isRealHallOpen(db))),
    today: hallDay(now),
    page,
    pages,
    days: shown.map(({ validOn }) => ({ validOn, rates: rows.filter((row) => row.validOn === validOn) })),
  }
}
