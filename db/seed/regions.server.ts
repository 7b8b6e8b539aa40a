import { getDistricts, getProvinces, getRegencies } from 'idn-area-data'
import type { Transaction } from '~/db/transaction.server'
import { district, province, regency } from '../schema/region'

export interface Regions {
  regencies: readonly { code: string; kind: 'kabupaten' | 'kota'; name: string }[]
  districts: readonly { code: string; regencyCode: string; name: string }[]
}

const WEST_JAVA = '32'
const plain = (code: string) => code.replaceAll('.', '')
/** 'KABUPATEN BANDUNG BARAT' → 'Kabupaten Bandung Barat': editions of the package differ in this. */
const titled = (name: string) =>
  name.toLowerCase().replace(/(^|[\s(-])\p{L}/gu, (start) => start.toUpperCase())

/**
 * West Java's 27 regencies and cities and 627 districts.
 * @throws Error when the package's data has other counts: then the pavilions would be wrong too.
 */
export async function readRegions(): Promise<Regions> {
  const [allRegencies, allDistricts] = await Promise.all([getRegencies(), getDistricts()])
  const regencies = allRegencies
    .filter((row) => row.province_code === WEST_JAVA)
    .map((row) => {
      const [, word, name] = /^(Kabupaten|Kota) (.+)$/.exec(titled(row.name)) ?? []
      if (!word || !name) throw new Error(`not a regency's name: ${row.name}`)
      return {
        code: plain(row.code),
        kind: word === 'Kota' ? ('kota' as const) : ('kabupaten' as const),
        name,
      }
    })
    .sort((a, b) => a.code.localeCompare(b.code))
  const districts = allDistricts
    .filter((row) => row.regency_code.startsWith(`${WEST_JAVA}.`))
    .map((row) => ({ code: plain(row.code), regencyCode: plain(row.regency_code), name: titled(row.name) }))
  if (regencies.length !== 27 || districts.length !== 627) {
    throw new Error(
      `West Java has 27 regencies and 627 districts, not ${regencies.length} and ${districts.length}`,
    )
  }
  return { regencies, districts }
}

/** Writes the province, its regencies and districts; rows that are there stay as they are. */
export async function seedRegions(tx: Transaction, regions: Regions): Promise<void> {
  const found = (await getProvinces()).find((row) => row.code === WEST_JAVA)
  await tx
    .insert(province)
    .values({ code: WEST_JAVA, name: titled(found?.name ?? 'Jawa Barat') })
    .onConflictDoNothing()
  await tx
    .insert(regency)
    .values(regions.regencies.map((row) => ({ ...row, provinceCode: WEST_JAVA })))
    .onConflictDoNothing()
  await tx
    .insert(district)
    .values([...regions.districts])
    .onConflictDoNothing()
}
