import type { MembershipRole } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import type { account } from '../schema/account'
import type { seat } from '../schema/availability'
import type { membership } from '../schema/membership'
import type { organisation } from '../schema/organisation'
import type { person } from '../schema/person'
import { SAMPLE_INSTANT, sampleId } from './chance'

/** Told on the sign-in page, which lists the accounts below only while the open edition is the sample. */
export const SAMPLE_PASSWORD = 'data-contoh'
/** Of SAMPLE_PASSWORD, as better-auth keeps it; made once, so that the sample is the same in every database. */
const PASSWORD_HASH =
  'f1b9d668ab297c243af0cf5450e52447:ee7e2d131643c32ebd04ed6af218fc3d6c78fbfbdb44ba3395bc8e9680531df5ecebc310c26a5b02bc1ac7f0468269ae179c7ff36451425a0de996049ff09f25'

export interface SampleAccount {
  key: string
  email: string
  /** Invented: with a number. */
  name: string
  locale: Locale
  timeZone: string
  /** Slugs of sample organisations, the first of them acted for at first. */
  memberships: readonly (readonly [slug: string, role: MembershipRole])[]
}

/** One of each role, and one who acts for two organisations. The pesantren stand in every edition of ten or more. */
export const SAMPLE_ACCOUNTS = [
  {
    key: 'offtaker-owner',
    email: 'rina@grosir-pasundan-4.example',
    name: 'Rina 1',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['grosir-pasundan-4', 'owner']],
  },
  {
    key: 'offtaker-member',
    email: 'bayu@grosir-pasundan-4.example',
    name: 'Bayu 2',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['grosir-pasundan-4', 'member']],
  },
  {
    key: 'buyer-dubai',
    email: 'khalid@nakhla-foods-07.example',
    name: 'خالد 3',
    locale: 'ar',
    timeZone: 'Asia/Dubai',
    memberships: [['nakhla-foods-07', 'owner']],
  },
  {
    key: 'buyer-istanbul',
    email: 'elif@marmara-pantry-08.example',
    name: 'Elif 4',
    locale: 'en',
    timeZone: 'Europe/Istanbul',
    memberships: [['marmara-pantry-08', 'owner']],
  },
  {
    key: 'pesantren-owner',
    email: 'hasan@darul-muttaqin-3.example',
    name: 'Hasan 5',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['darul-muttaqin-3', 'owner']],
  },
  {
    key: 'pesantren-editor',
    email: 'salma@darul-muttaqin-3.example',
    name: 'Salma 6',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['darul-muttaqin-3', 'editor']],
  },
  {
    key: 'pesantren-member',
    email: 'umar@darul-muttaqin-3.example',
    name: 'Umar 7',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['darul-muttaqin-3', 'member']],
  },
  {
    key: 'two-organisations',
    email: 'nadia@darul-maarif-5.example',
    name: 'Nadia 8',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [
      ['darul-maarif-5', 'owner'],
      ['oleh-oleh-pantura-8', 'member'],
    ],
  },
  {
    key: 'organiser',
    email: 'ilham@panitia-opop-01.example',
    name: 'Ilham 9',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    memberships: [['panitia-opop-01', 'member']],
  },
] as const satisfies readonly SampleAccount[]

export type SampleAccountKey = (typeof SAMPLE_ACCOUNTS)[number]['key']

/** Invented companies beside the offtakers: buyers abroad, and an organiser who sees the sample alone. */
const COMPANIES = [
  { kind: 'buyer', slug: 'nakhla-foods-07', name: 'Nakhla Foods 07', nameArabic: 'نخلة للأغذية 07' },
  { kind: 'buyer', slug: 'marmara-pantry-08', name: 'Marmara Pantry 08', nameArabic: null },
  { kind: 'organiser', slug: 'panitia-opop-01', name: 'Panitia OPOP 01', nameArabic: null },
] as const

export const SAMPLE_COMPANIES: readonly (typeof organisation.$inferInsert)[] = COMPANIES.map((company) => ({
  ...company,
  id: sampleId(`organisation:${company.slug}`),
  isSample: true,
  createdAt: SAMPLE_INSTANT,
  updatedAt: SAMPLE_INSTANT,
}))

export interface SamplePeople {
  persons: (typeof person.$inferInsert)[]
  accounts: (typeof account.$inferInsert)[]
  memberships: (typeof membership.$inferInsert)[]
  /** Of companies; the pesantren's come with their meeting times. */
  seats: (typeof seat.$inferInsert)[]
}

/** Who acts for the sample organisations of an edition; in a tiny one, without those whose pesantren isn't there. */
export function samplePeople(organisations: readonly (typeof organisation.$inferInsert)[]): SamplePeople {
  const samples = organisations.filter(({ isSample }) => isSample)
  const ids = new Map(samples.map(({ slug, id }) => [slug, id]))
  const people: SamplePeople = { persons: [], accounts: [], memberships: [], seats: [] }
  for (const { email, name, locale, timeZone, memberships } of SAMPLE_ACCOUNTS) {
    const here = memberships.flatMap(([slug, role]) => {
      const organisationId = ids.get(slug)
      return organisationId ? [{ organisationId, role }] : []
    })
    if (here.length === 0) continue
    const id = sampleId(`person:${email}`)
    const dates = { createdAt: SAMPLE_INSTANT, updatedAt: SAMPLE_INSTANT }
    people.persons.push({ id, name, email, locale, timeZone, emailVerified: true, isSample: true, ...dates })
    people.accounts.push({
      id: sampleId(`account:${email}`),
      personId: id,
      providerId: 'credential',
      accountId: id,
      password: PASSWORD_HASH,
      ...dates,
    })
    for (const [at, membership] of here.entries()) {
      // Their order is the order of joining.
      people.memberships.push({
        personId: id,
        ...membership,
        createdAt: new Date(SAMPLE_INSTANT.getTime() + at),
      })
    }
  }
  for (const { id, kind } of samples) {
    if (kind === 'offtaker' || kind === 'buyer') {
      people.seats.push({ organisationId: id, number: 1, createdAt: SAMPLE_INSTANT })
    }
  }
  return people
}
