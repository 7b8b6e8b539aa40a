import { pavilionStyle } from '~/domain/hall/motifs'
import { slugOf } from '~/domain/shared/slug'
import type { edition } from '../schema/edition'
import type { organisation } from '../schema/organisation'
import type { participation } from '../schema/participation'
import type { pavilion } from '../schema/pavilion'
import { SAMPLE_INSTANT, sampleId } from './chance'
import { OFFTAKERS } from './data/names'
import type { Regions } from './regions.server'
import type { ReportedParticipant } from './reported-participants.server'
import { SAMPLE_COMPANIES } from './sample-accounts'
import { type SampleBooth, sampleBooth } from './sample-booth'

/** The hall that is open all year. */
export const OPEN_EDITION_SLUG = 'jawa-barat'
const WEST_JAVA = '32'
const PAST_YEARS = [2019, 2020, 2021, 2022, 2023] as const
const HEADROOM = 1.25

export interface SampleEdition {
  editions: (typeof edition.$inferInsert)[]
  pavilions: (typeof pavilion.$inferInsert)[]
  organisations: (typeof organisation.$inferInsert)[]
  participations: (typeof participation.$inferInsert)[]
  booths: SampleBooth[]
}

const editionId = (slug: string) => sampleId(`edition:${slug}`)
const pastSlug = (year: number) => `opop-${year}`

function editions(): SampleEdition['editions'] {
  const past = PAST_YEARS.map((year) => ({
    id: editionId(pastSlug(year)),
    slug: pastSlug(year),
    name: { id: `OPOP ${year}`, en: `OPOP ${year}`, ar: `OPOP ${year}` },
    provinceCode: WEST_JAVA,
    // The programme's year: its fairs took days of it, its selection months.
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    createdAt: SAMPLE_INSTANT,
  }))
  return [
    ...past,
    {
      id: editionId(OPEN_EDITION_SLUG),
      slug: OPEN_EDITION_SLUG,
      name: { id: 'Aula OPOP Jawa Barat', en: 'OPOP West Java hall', ar: 'قاعة OPOP في جاوة الغربية' },
      provinceCode: WEST_JAVA,
      startsOn: SAMPLE_INSTANT.toISOString().slice(0, 10),
      isOpen: true,
      isSample: true,
      createdAt: SAMPLE_INSTANT,
    },
  ]
}

function reportedOrganisation(participant: ReportedParticipant): typeof organisation.$inferInsert {
  return {
    id: sampleId(`organisation:${participant.slug}`),
    kind: 'pesantren',
    slug: participant.slug,
    name: participant.name,
    regencyCode: participant.regencyCode,
    field: participant.field,
    reportedProducts: participant.products,
    reportedCapacity: participant.capacity,
    reportedSources: participant.sources.map((label) => ({ label })),
    isSample: false,
    createdAt: SAMPLE_INSTANT,
    updatedAt: SAMPLE_INSTANT,
  }
}

function company(name: string, kind: 'offtaker' | 'organiser', regencyCode: string, isSample: boolean) {
  const slug = slugOf(name)
  return {
    id: sampleId(`organisation:${slug}`),
    kind,
    slug,
    name,
    regencyCode,
    isSample,
    createdAt: SAMPLE_INSTANT,
    updatedAt: SAMPLE_INSTANT,
  }
}

/** How many of `booths` stands are real participants': all of them, unless the edition is tiny. */
export function reportedShare(booths: number, reported: number): number {
  return Math.min(reported, Math.floor(booths / 2))
}

/**
 * Every row of the edition of `booths` stands. Pure and always the same: award winners stand in front,
 * then the other real participants, then the invented ones in the order of their numbers.
 */
export function planSampleEdition(
  booths: number,
  regions: Regions,
  reported: readonly ReportedParticipant[],
): SampleEdition {
  const inHall = reported.slice(0, reportedShare(booths, reported.length))
  const invented = Array.from({ length: booths - inHall.length }, (_, at) => sampleBooth(at + 1, regions))
  const openId = editionId(OPEN_EDITION_SLUG)
  const open: SampleEdition['participations'] = []
  const pavilions: SampleEdition['pavilions'] = []

  for (const [at, regency] of regions.regencies.entries()) {
    const number = at + 1
    const here = inHall.filter(({ regencyCode }) => regencyCode === regency.code)
    const stands = [
      ...here.filter(({ award }) => award !== null),
      ...here.filter(({ award }) => award === null),
      ...invented.filter((booth) => booth.organisation.regencyCode === regency.code),
    ]
    pavilions.push({
      editionId: openId,
      number,
      regencyCode: regency.code,
      slotCount: Math.max(8, Math.ceil((stands.length * HEADROOM) / 8) * 8),
      ...pavilionStyle(regency.code),
    })
    for (const [slot, stand] of stands.entries()) {
      const isSample = 'organisation' in stand
      const slug = isSample ? stand.organisation.slug : stand.slug
      open.push({
        id: sampleId(`participation:${OPEN_EDITION_SLUG}:${slug}`),
        editionId: openId,
        organisationId: isSample ? stand.organisation.id : sampleId(`organisation:${slug}`),
        pavilionNumber: number,
        slot,
        isSample,
        // What was won is shown on the sign in this hall too, with its year.
        ...(isSample ? {} : awardOf(stand)),
        createdAt: SAMPLE_INSTANT,
        updatedAt: SAMPLE_INSTANT,
      })
    }
  }
  return {
    editions: editions(),
    pavilions,
    organisations: [
      company('Dinas Koperasi dan Usaha Kecil Provinsi Jawa Barat', 'organiser', '3273', false),
      ...OFFTAKERS.map(([name, regencyCode]) => company(name, 'offtaker', regencyCode, true)),
      ...SAMPLE_COMPANIES,
      ...reported.map(reportedOrganisation),
      ...invented.map((booth) => booth.organisation),
    ],
    participations: [...reported.map(pastParticipation), ...open],
    booths: invented,
  }
}

function awardOf(participant: ReportedParticipant) {
  return participant.award === null
    ? {}
    : {
        award: participant.award,
        awardYear: participant.year,
        awardSource: participant.sources.join('; '),
      }
}

/** That it took part, and what it won, in the edition of its year: history, without a slot. */
function pastParticipation(participant: ReportedParticipant): typeof participation.$inferInsert {
  return {
    id: sampleId(`participation:${pastSlug(participant.year)}:${participant.slug}`),
    editionId: editionId(pastSlug(participant.year)),
    organisationId: sampleId(`organisation:${participant.slug}`),
    ...awardOf(participant),
    createdAt: SAMPLE_INSTANT,
    updatedAt: SAMPLE_INSTANT,
  }
}
