import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PESANTREN_NAMES } from '~/db/seed/data/names'
import { LIKELY, similarNames } from './similar-names'

const word = fc.constantFrom(
  ...new Set(PESANTREN_NAMES.flatMap(([latin]) => latin.split(' '))),
  'PP.',
  'Ponpes',
  '24',
  '03',
  'x',
  'Garut',
)
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(...PESANTREN_NAMES.map(([, arabic]) => arabic)),
)

describe('similar names', () => {
  it.each([
    ['Pondok Pesantren Al-Hidayah', 'PP. Alhidayah'],
    ['Ponpes Al Hidayah', 'Al-Hidayat'],
    ['Asy-Syifa', 'Ash Shifa'],
    ['Asy-Syifaa', 'Ponpes As-Syifa'],
    ['Darussalam', 'Darus Salam'],
    ['Darussalam', 'Daar As-Salaam'],
    ['PP Miftahussalam Garut', 'Miftahus Salam Garut'],
    ['Al-Muta’allimin', "Al Muta'alimin"],
    ['Riyadlul Ulum Waddawah', 'Riyadhul Ulum Wadda’wah'],
    ['Nurul Iman', 'Pesantren Nuurul Imaan'],
    ['Mambaul Ulum', 'Manba’ul Ulum'],
    ['Al-Barokah', 'Al Barakah'],
    ['Ar-Rahmah', 'Arrohmah'],
    ['Al-Furqon', 'Ma’had Al-Furqan'],
    ['Miftahul Khoir', 'Miftahul Khair'],
    ['Raudlatul Ulum', 'Roudhotul Ulum'],
    ['Al-Masthuriyah', 'Al Mashturiyah'],
    ['Tahfizh Al-Anwar', 'Tahfidz Al Anwar'],
    ['PERSIS 259 Firdaus', 'Firdaus Persis 259'],
    ['Pink 03', 'Pink 3'],
    ['معهد الاتحاد', 'الإتّحاد'],
    ['Al-Ittihad 24', 'PP Al-Itihad 24'],
  ])('%s is %s', (one, other) => {
    expect(similarNames(one, other)).toBeGreaterThanOrEqual(LIKELY)
  })

  it.each([
    ['Nurul Huda', 'Nurul Falah'],
    ['Nurul Huda', 'Miftahul Huda'],
    ['Al-Hidayah', 'Hidayatul Mubtadiin'],
    ['Al-Huda', 'Al-Hidayah'],
    ['Al-Ittihad', 'Al-Ittifaq'],
    ['Al-Ittihad 24', 'Al-Ittihad 25'],
    ['Persis 259 Firdaus', 'Persis 60 Firdaus'],
    ['Al-Hikmah', 'Baitul Hikmah Al-Falah'],
    ['Al-Barokah', 'Al-Mubarokah'],
    ['Al-Hasan', 'Al-Hasanah'],
    ['Nurul Iman', 'Nurul Ihsan'],
    ['Darul Ulum', 'Bustanul Ulum'],
    ['Darul Falah', 'Darul Hikam'],
    ['Al-Amin', 'Al-Iman'],
    ['Sirojul Huda', 'Sirojul Ulum'],
    ['Pondok Pesantren', 'Pondok Pesantren Al-Falah'],
    ['الاتحاد', 'الأمين'],
    ['Al-Ittihad', 'الاتحاد'],
  ])('%s is not %s', (one, other) => {
    expect(similarNames(one, other)).toBeLessThan(LIKELY)
  })

  it('tells all names that are common apart', () => {
    const same = PESANTREN_NAMES.flatMap(([one], at) =>
      PESANTREN_NAMES.slice(at + 1).flatMap(([other]) =>
        similarNames(one, other) >= LIKELY ? [`${one} = ${other}`] : [],
      ),
    )
    expect(same).toMatchInlineSnapshot(`[]`)
  })

  it('is the same both ways, between 0 and 1, and 1 for a name itself', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const score = similarNames(one, other)
        expect(score).toBe(similarNames(other, one))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarNames(one, one)).toBe(1)
      }),
    )
  })

  it('does not look at the order of words', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { minLength: 1, maxLength: 5 }),
        (one, other) => {
          const turned = [...one].reverse().join(' ')
          expect(similarNames(one.join(' '), other.join(' '))).toBeCloseTo(
            similarNames(turned, other.join(' ')),
            10,
          )
          expect(similarNames(one.join(' '), turned)).toBeCloseTo(1, 10)
        },
      ),
    )
  })
})
