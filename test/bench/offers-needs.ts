import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import { chanceOf } from '~/db/seed/chance'
import type { Certification } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { tokenise } from '~/search/tokenise'

type NeedRow = typeof schema.need.$inferInsert
export type BenchNeed = Omit<NeedRow, 'id' | 'organisationId'> &
  Pick<NeedRow, 'field' | 'productWords'> & {
    targetPriceMinor: number | null
    requiredPapers: Certification[]
    destinationCountry: string
    destinationRegency: string | null
    neededBy: string | null
  }

/** What is asked of food, and of everything else. */
const FOOD_PAPERS: readonly Certification[][] = [[], ['halal'], ['halal-verified'], ['halal', 'pirt-bpom']]
const OTHER_PAPERS: readonly Certification[][] = [[], [], ['nib']]

/** Needs as companies state them: after goods that exist, in three languages, with and without wishes. Always the same. */
export async function benchNeeds(db: Database, count: number): Promise<BenchNeed[]> {
  const goods = await db
    .select({
      name: schema.product.name,
      field: schema.product.field,
      unit: schema.product.unit,
      netContentUnit: schema.product.netContentUnit,
      monthlyCapacity: schema.product.monthlyCapacity,
      regencyCode: schema.organisation.regencyCode,
      price: schema.priceTier.unitPriceMinor,
    })
    .from(schema.product)
    .innerJoin(schema.organisation, eq(schema.organisation.id, schema.product.organisationId))
    .innerJoin(
      schema.priceTier,
      and(
        eq(schema.priceTier.productId, schema.product.id),
        eq(schema.priceTier.minimumQuantity, schema.product.minimumOrder),
      ),
    )
    .orderBy(asc(schema.product.id))
  return Array.from({ length: count }, (_, at) => {
    const chance = chanceOf(`bench-need:${at}`)
    const product = chance.pick(goods)
    const locale = chance.pick<Locale>(['id', 'id', 'en', 'ar'])
    const words = tokenise(product.name[locale] ?? product.name.id ?? '')
    const abroad = chance.is(0.4)
    const inKilos = product.netContentUnit === 'g' && chance.is(0.3)
    return {
      state: 'open' as const,
      field: product.field,
      productWords: words.slice(0, chance.between(1, words.length)).join(' '),
      locale,
      monthlyVolume: Math.max(1, Math.round((product.monthlyCapacity ?? 100) * (0.2 + chance.next()))),
      unit: inKilos ? 'kg' : product.unit,
      targetPriceMinor:
        inKilos || chance.is(0.3) ? null : Math.round(product.price * (0.9 + 0.3 * chance.next())),
      requiredPapers: chance.pick(/^(makanan|minuman)/.test(product.field) ? FOOD_PAPERS : OTHER_PAPERS),
      destinationCountry: abroad ? chance.pick(['SA', 'AE', 'TR', 'IT']) : 'ID',
      destinationRegency: abroad || chance.is(0.2) ? null : product.regencyCode,
      language: abroad ? chance.pick<Locale>(['en', 'ar']) : 'id',
      neededBy: chance.is(0.5) ? `2026-12-${chance.between(10, 28)}` : null,
    }
  })
}
