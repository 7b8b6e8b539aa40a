import { expect, it } from 'vitest'
import { PESANTREN_NAMES } from '~/db/seed/data/names'
import { type Named, similarPairs } from './similar-pairs'

const named = (id: string, name: string, change: Partial<Named> = {}): Named => ({
  id,
  name,
  nameArabic: null,
  regencyCode: '3205',
  districtCode: '320501',
  phoneKeys: [],
  ...change,
})

it('finds by name and district, by number wherever they are, and nothing else', () => {
  const found = similarPairs([
    named('a', 'Al-Hidayah'),
    named('b', 'PP Alhidayat'),
    // The same name in another district is usually another house, but not where the spelling is the same.
    named('c', 'Al-Hidayat Putri', { districtCode: '320502' }),
    named('d', 'Darul Falah', { regencyCode: '3206', districtCode: '320601', phoneKeys: ['x'] }),
    named('e', 'Nurul Iman', { phoneKeys: ['x'] }),
    named('f', 'Al-Hidayah', { regencyCode: '3206', districtCode: '320602' }),
    named('g', 'Al-Hidayah 7'),
  ])
  expect(found.map(({ one, other }) => one + other)).toEqual(['de', 'ab'])
  expect(found[0]).toMatchObject({ samePhone: true, sameDistrict: false })
})

it('compares 5,018 with names that many bear within a second', () => {
  const all = Array.from({ length: 5018 }, (_, at) => {
    const [name = '', arabic = null] = PESANTREN_NAMES[(at * 7) % PESANTREN_NAMES.length] ?? []
    const regencyCode = String(3201 + (at % 27))
    return named(`id-${String(at).padStart(5, '0')}`, name, {
      nameArabic: arabic,
      regencyCode,
      districtCode: `${regencyCode}${String((at * 13) % 30).padStart(2, '0')}`,
    })
  })
  const begun = performance.now()
  const found = similarPairs(all)
  expect(found.length).toBeGreaterThan(100)
  // Far less even on a slow machine; the bound keeps somebody from comparing all with all.
  expect(performance.now() - begun).toBeLessThan(3000)
})
