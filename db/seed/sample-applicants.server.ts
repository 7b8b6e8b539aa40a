import { asc, eq, inArray } from 'drizzle-orm'
import type { JoiningKind, VerificationEventKind } from '~/domain/shared/account-enums'
import type { BusinessField } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { slugOf } from '~/domain/shared/slug'
import { seat } from '../schema/availability'
import { membership } from '../schema/membership'
import { organisation } from '../schema/organisation'
import { person } from '../schema/person'
import { district } from '../schema/region'
import { organisationClaim, verificationEvent } from '../schema/verification-event'
import type { Transaction } from '../transaction.server'
import { SAMPLE_INSTANT, sampleId } from './chance'

const HOUR = 3_600_000

interface SampleApplicant {
  kind: JoiningKind
  name: string
  nameArabic: string | null
  person: string
  locale: Locale
  state: 'pending' | 'asked-back' | 'rejected'
  regencyCode?: string
  field?: BusinessField
  countryCode?: string
  buys?: string
  /** What was said, how many hours ago. */
  events: readonly (readonly [hoursAgo: number, kind: VerificationEventKind, text?: string])[]
}

/** One in each state, with the numbers that mark what is invented. */
const APPLICANTS: readonly SampleApplicant[] = [
  {
    kind: 'pesantren',
    name: 'Miftahul Anwar 6001',
    nameArabic: 'مفتاح الأنوار 6001',
    person: 'Zahra 31',
    locale: 'id',
    state: 'pending',
    regencyCode: '3205',
    field: 'pertanian',
    events: [[52, 'submitted']],
  },
  {
    kind: 'pesantren',
    name: 'Nurul Hikmah 6002',
    nameArabic: 'نور الحكمة 6002',
    person: 'Yusuf 32',
    locale: 'id',
    state: 'asked-back',
    regencyCode: '3207',
    field: 'kerajinan',
    events: [
      [80, 'submitted'],
      [30, 'asked-back', 'Siapa pimpinan pesantren, dan sejak kapan barangnya dibuat di sana?'],
    ],
  },
  {
    kind: 'pesantren',
    name: 'Al-Kautsar 6003',
    nameArabic: 'الكوثر 6003',
    person: 'Siti 33',
    locale: 'id',
    state: 'pending',
    regencyCode: '3204',
    field: 'makanan-olahan-nabati',
    events: [
      [100, 'submitted'],
      [75, 'asked-back', 'Apakah ini cabang dari pesantren lain yang sudah terdaftar?'],
      [26, 'answered', 'Bukan cabang. Kami berdiri sendiri sejak lama.'],
    ],
  },
  {
    kind: 'buyer',
    name: 'Gulf Pantry 6004',
    nameArabic: 'مؤونة الخليج 6004',
    person: 'سالم 34',
    locale: 'ar',
    state: 'pending',
    countryCode: 'AE',
    buys: 'عسل وتمر وقهوة للمتاجر',
    events: [[20, 'submitted']],
  },
  {
    kind: 'offtaker',
    name: 'Warung Berkah 6005',
    nameArabic: null,
    person: 'Dewi 35',
    locale: 'id',
    state: 'rejected',
    countryCode: 'ID',
    buys: 'Madu dan kopi',
    events: [
      [140, 'submitted'],
      [90, 'rejected', 'Perusahaan ini tidak dapat dihubungi. Kirim lagi dengan e-mail yang aktif.'],
    ],
  },
]

/**
 * A pesantren of the sample that was registered a second time, and one that somebody says is theirs. Neither is one
 * that the shared accounts act for: those stay as everybody finds them.
 */
const TWICE = { slug: 'hidayatul-mubtadiin-4', name: 'PP Hidayatul Mubtadien 4', person: 'Wati 36' } as const
const CLAIMED = {
  slug: 'al-inayah-6',
  person: 'Ridwan 37',
  note: 'Saya bendahara; KH. Anwar mengenal saya.',
} as const

const emailOf = (personName: string, name: string) =>
  `orang-${personName.replace(/\D/g, '')}@${slugOf(name)}.example`

/**
 * Invented applicants for the organiser's queue: one in each state, a pesantren that was registered twice, and a
 * claim. Only what was said lies about `now`; rows are the same in every database.
 */
export async function seedSampleApplicants(tx: Transaction, now: Date): Promise<void> {
  const bases = await tx
    .select({
      id: organisation.id,
      slug: organisation.slug,
      regencyCode: organisation.regencyCode,
      districtCode: organisation.districtCode,
      field: organisation.field,
      nameArabic: organisation.nameArabic,
    })
    .from(organisation)
    .where(inArray(organisation.slug, [TWICE.slug, CLAIMED.slug]))
  const twice = bases.find(({ slug }) => slug === TWICE.slug)
  const claimed = bases.find(({ slug }) => slug === CLAIMED.slug)

  for (const applicant of APPLICANTS) {
    const { regencyCode = null, field = null, countryCode = null, buys, locale } = applicant
    await addApplicant(tx, now, applicant, {
      regencyCode,
      districtCode: regencyCode && (await firstDistrict(tx, regencyCode)),
      field,
      countryCode,
      story: buys ? { [locale]: buys } : null,
    })
  }
  if (twice) {
    const { regencyCode, districtCode, field, nameArabic } = twice
    await addApplicant(
      tx,
      now,
      {
        kind: 'pesantren',
        name: TWICE.name,
        nameArabic,
        person: TWICE.person,
        locale: 'id',
        state: 'pending',
        events: [[6, 'submitted']],
      },
      { regencyCode, districtCode, field },
    )
  }
  if (claimed) {
    const personId = await addPerson(tx, CLAIMED.person, CLAIMED.slug, 'id')
    const createdAt = new Date(now.getTime() - 10 * HOUR)
    await tx.insert(organisationClaim).values({
      id: sampleId(`claim:${CLAIMED.person}`),
      organisationId: claimed.id,
      personId,
      note: CLAIMED.note,
      isSample: true,
      createdAt,
    })
    await tx
      .insert(verificationEvent)
      .values({ organisationId: claimed.id, kind: 'claimed', personId, createdAt })
  }
}

async function firstDistrict(tx: Transaction, regencyCode: string): Promise<string | null> {
  const [first] = await tx
    .select({ code: district.code })
    .from(district)
    .where(eq(district.regencyCode, regencyCode))
    .orderBy(asc(district.code))
    .limit(1)
  return first?.code ?? null
}

const dates = { createdAt: SAMPLE_INSTANT, updatedAt: SAMPLE_INSTANT }

async function addPerson(tx: Transaction, name: string, of: string, locale: Locale): Promise<string> {
  const email = emailOf(name, of)
  const id = sampleId(`person:${email}`)
  await tx.insert(person).values({
    id,
    name,
    email,
    emailVerified: true,
    preferredChannel: 'mail',
    locale,
    isSample: true,
    ...dates,
  })
  return id
}

async function addApplicant(
  tx: Transaction,
  now: Date,
  { kind, name, nameArabic, person: personName, locale, state, events }: SampleApplicant,
  place: Partial<typeof organisation.$inferInsert>,
): Promise<void> {
  const slug = slugOf(name)
  const id = sampleId(`organisation:${slug}`)
  await tx
    .insert(organisation)
    .values({ ...place, id, kind, slug, name, nameArabic, verification: state, isSample: true, ...dates })
  const personId = await addPerson(tx, personName, name, locale)
  await tx
    .insert(membership)
    .values({ personId, organisationId: id, role: 'owner', createdAt: SAMPLE_INSTANT })
  await tx.insert(seat).values({ organisationId: id, number: 1, createdAt: SAMPLE_INSTANT })
  await tx.insert(verificationEvent).values(
    events.map(([hoursAgo, kind, text]) => ({
      organisationId: id,
      kind,
      personId: kind === 'submitted' || kind === 'answered' ? personId : null,
      text: text ?? null,
      createdAt: new Date(now.getTime() - hoursAgo * HOUR),
    })),
  )
}
