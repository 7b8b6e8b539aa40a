import { slugOf } from '~/domain/shared/slug'
import type { organisation } from '../schema/organisation'
import type { Archetype, ProductName } from './catalogue/archetype'
import { CATALOGUE, FIELD_WEIGHTS } from './catalogue/catalogue'
import { travels } from './catalogue/export-goods'
import { type Chance, chanceOf, SAMPLE_INSTANT, sampleId, weightedIndex } from './chance'
import { PESANTREN_NAMES } from './data/names'
import { PLACES } from './data/places'
import type { Regions } from './regions.server'
import { type CertificateRow, organisationPapers, productPapers } from './sample-papers'
import { type PriceTierRow, type ProductRow, sampleProduct, traitsOf } from './sample-product'
import { tellStory } from './stories'

export interface SampleBooth {
  organisation: typeof organisation.$inferInsert & { regencyCode: string }
  products: ProductRow[]
  tiers: PriceTierRow[]
  certificates: CertificateRow[]
}

const DAY = 86_400_000
/** Multiples of it fall evenly over 0 to 1, however many are taken. */
const GOLDEN = (Math.sqrt(5) - 1) / 2
const FIELDS = Object.keys(FIELD_WEIGHTS) as (keyof typeof FIELD_WEIGHTS)[]

/**
 * The invented pesantren number `ordinal` (from 1), with its goods and papers: always the same one.
 * Its name carries the number, and everything that is its own is marked as sample.
 */
export function sampleBooth(ordinal: number, regions: Regions): SampleBooth {
  const chance = chanceOf(`booth:${ordinal}`)
  const place =
    PLACES[
      weightedIndex(
        PLACES.map(({ weight }) => weight),
        (ordinal * GOLDEN) % 1,
      )
    ]
  const regency = regions.regencies.find(({ code }) => code === place?.code)
  if (!place || !regency) throw new Error(`no regency for booth ${ordinal}`)
  const district = chance.pick(regions.districts.filter(({ regencyCode }) => regencyCode === place.code))

  const [latin, arabic] = chance.pick(PESANTREN_NAMES)
  const name = `${latin} ${ordinal}`
  const slug = slugOf(name)
  const id = sampleId(`organisation:${slug}`, new Date(SAMPLE_INSTANT.getTime() - 400 * DAY + ordinal))
  const wouldExport = chance.is(0.16)
  const goods = chooseGoods(place.code, chance)
  const main = goods[0]?.archetype
  if (!main) throw new Error(`no goods for booth ${ordinal}`)
  const hasExported = wouldExport && travels(main)
  const english = regency.kind === 'kota' ? `${regency.name} City` : `${regency.name} Regency`
  const latinRegency = `${regency.kind === 'kota' ? 'Kota' : 'Kabupaten'} ${regency.name}`
  const updatedAt = new Date(SAMPLE_INSTANT.getTime() - chance.between(0, 120) * DAY)

  const booth: SampleBooth = {
    organisation: {
      id,
      kind: 'pesantren',
      slug,
      name,
      // The number tells bearers of one name apart in both scripts.
      nameArabic: `${arabic} ${ordinal}`,
      regencyCode: regency.code,
      districtCode: district.code,
      field: main.field,
      story: tellStory(
        {
          field: main.field,
          hs: main.hs,
          goods: main.goods,
          district: district.name,
          regency: [latinRegency, english, place.arabic],
          hasExported,
        },
        chance,
      ),
      spokenLanguages: languagesOf(hasExported, chance),
      hasExported,
      isSample: true,
      createdAt: new Date(updatedAt.getTime() - 200 * DAY),
      updatedAt,
    },
    products: [],
    tiers: [],
    certificates: organisationPapers({ organisationId: id, productId: null, hasExported }, chance),
  }
  for (const [position, { archetype, name: productName }] of goods.entries()) {
    const made = sampleProduct(
      {
        boothSlug: slug,
        organisationId: id,
        position,
        archetype,
        name: productName,
        walls: place.walls,
        regencyName: regency.name,
        hasExported,
      },
      chance,
    )
    booth.products.push(made.row)
    booth.tiers.push(...made.tiers)
    const owner = { organisationId: id, productId: made.row.id, hasExported }
    booth.certificates.push(
      ...productPapers(made.row.id, traitsOf(archetype, productName).papers, owner, chance),
    )
  }
  return booth
}

interface Good {
  archetype: Archetype
  name: ProductName
}

/** Two to four goods of one field: first the booth's main sort, often in several versions. */
function chooseGoods(regencyCode: string, chance: Chance): Good[] {
  const field = FIELDS[weightedIndex(Object.values(FIELD_WEIGHTS), chance.next())]
  const sorts = CATALOGUE.filter((archetype) => archetype.field === field)
  // What a regency is known for is made there four times as often, and elsewhere more seldom.
  const weights = sorts.map(({ homes }) => (!homes ? 2 : homes.includes(regencyCode) ? 6 : 1))
  const main = sorts[weightedIndex(weights, chance.next())]
  if (!main) throw new Error(`no goods in the field ${field}`)
  const goods: Good[] = [{ archetype: main, name: chance.pick(main.names) }]
  const count = chance.between(2, 4)
  for (let attempt = 0; goods.length < count && attempt < 30; attempt++) {
    const archetype = chance.is(0.6) ? main : (sorts[weightedIndex(weights, chance.next())] ?? main)
    const name = chance.pick(archetype.names)
    if (!goods.some((good) => good.name[0] === name[0])) goods.push({ archetype, name })
  }
  return goods
}

/** Everybody answers in Indonesian; Arabic is taught, English less so. */
function languagesOf(hasExported: boolean, chance: Chance): string[] {
  const languages = ['id', 'su']
  if (chance.is(0.55)) languages.push('ar')
  if (chance.is(hasExported ? 0.85 : 0.3)) languages.push('en')
  return languages
}
