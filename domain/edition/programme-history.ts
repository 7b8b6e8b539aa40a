/** A report in the press: the outlet, and the day or month where it is known. */
export interface ProgrammeSource {
  outlet: string
  /** ISO date or month. */
  date?: string
}

const KODES_JABAR: ProgrammeSource = { outlet: 'Kodes Jabar', date: '2019-09' }
const LIPUTAN6: ProgrammeSource = { outlet: 'Liputan6', date: '2020-12-09' }
const HARAPAN_RAKYAT: ProgrammeSource = { outlet: 'Harapan Rakyat', date: '2023-08-17' }
const REPUBLIKA: ProgrammeSource = { outlet: 'Republika' }
const ANTARA: ProgrammeSource = { outlet: 'ANTARA' }
/** Where a figure went round several of them. */
const PRESS: readonly ProgrammeSource[] = [
  REPUBLIKA,
  ANTARA,
  { outlet: 'Tribun Jabar' },
  { outlet: 'Jabar Ekspres' },
  { outlet: 'Kompas' },
]

/** How many pesantren were left after each stage of a year; null: not reported. */
export interface ProgrammeFunnel {
  year: number
  registered: number
  passedAdministration: number
  attendedStage1: number
  passedStage1: number
  /** Judged in stage 2, where that was reported beside the winners. */
  judgedStage2: number | null
  stage2: number
  /** Best of the province, round by round. */
  province: readonly number[]
  sources: readonly ProgrammeSource[]
}

export const PROGRAMME_FUNNELS: readonly ProgrammeFunnel[] = [
  {
    year: 2019,
    registered: 1565,
    passedAdministration: 1338,
    attendedStage1: 1287,
    passedStage1: 1074,
    judgedStage2: null,
    stage2: 108,
    province: [10],
    sources: [REPUBLIKA, KODES_JABAR],
  },
  {
    year: 2020,
    registered: 1058,
    passedAdministration: 644,
    attendedStage1: 644,
    passedStage1: 500,
    judgedStage2: 356,
    stage2: 60,
    province: [30, 10, 3],
    sources: [LIPUTAN6],
  },
]

/** What a year's fair had beyond its figures; the words are in the app. */
export type ProgrammeNote =
  | 'two-hotels-bandung'
  | 'offtaker-brands'
  | 'virtual-and-hybrid'
  | 'buyers-in-whatsapp'
  | 'farming-and-food-lead'
  | 'province-winners'

/** A year's business meeting and exhibition. Potential and realised money are never added up. */
export interface ProgrammeFair {
  year: number
  /** ISO dates where the days were reported. */
  startsOn: string | null
  endsOn: string | null
  /** Pesantren that took part or exhibited. */
  pesantren: number
  buyers: number | null
  /** Whole rupiah that were promised. */
  potentialRupiah: number | null
  /** Whole rupiah of deals on the day itself. */
  realisedRupiah: number | null
  provinceWinners: number | null
  notes: readonly ProgrammeNote[]
  sources: readonly ProgrammeSource[]
}

export const PROGRAMME_FAIRS: readonly ProgrammeFair[] = [
  {
    year: 2019,
    startsOn: '2019-09-02',
    endsOn: '2019-09-03',
    pesantren: 1074,
    buyers: 36,
    potentialRupiah: null,
    realisedRupiah: null,
    provinceWinners: null,
    notes: ['two-hotels-bandung', 'offtaker-brands'],
    sources: [KODES_JABAR],
  },
  {
    year: 2020,
    startsOn: '2020-12-05',
    endsOn: '2020-12-08',
    pesantren: 500,
    buyers: null,
    potentialRupiah: 21_020_000_000,
    realisedRupiah: null,
    provinceWinners: null,
    notes: ['virtual-and-hybrid', 'buyers-in-whatsapp'],
    sources: [LIPUTAN6],
  },
  {
    year: 2021,
    startsOn: null,
    endsOn: null,
    pesantren: 1000,
    buyers: null,
    potentialRupiah: 136_500_000_000,
    realisedRupiah: 6_200_000_000,
    provinceWinners: null,
    notes: ['farming-and-food-lead'],
    sources: PRESS,
  },
  {
    year: 2022,
    startsOn: null,
    endsOn: null,
    pesantren: 270,
    buyers: 77,
    potentialRupiah: 42_100_000_000,
    realisedRupiah: null,
    provinceWinners: null,
    notes: [],
    sources: PRESS,
  },
  {
    year: 2023,
    startsOn: '2023-08-18',
    endsOn: '2023-08-19',
    pesantren: 200,
    buyers: null,
    potentialRupiah: null,
    realisedRupiah: null,
    provinceWinners: 21,
    notes: ['province-winners'],
    sources: [HARAPAN_RAKYAT],
  },
]

/** Pesantren that have taken part since the first year. */
export const PROGRAMME_PARTICIPANTS = {
  until2022: 2844,
  in2023: 2174,
  total: 5018,
  target: 5000,
  asOf: 2023,
  sources: [HARAPAN_RAKYAT] as readonly ProgrammeSource[],
} as const

export const PROGRAMME_REGIONS = { pesantren: 9000, regencies: 27, districts: 627 } as const

/** Fairs abroad. `place` is a key; its words are in the app. */
export interface ProgrammeJourney {
  year: number
  place: 'turkey' | 'dubai' | 'milan' | 'kuala-lumpur'
  /** Pesantren that were looked at and that were shown, where reported. */
  curated: number | null
  shown: number | null
  sources: readonly ProgrammeSource[]
}

export const PROGRAMME_JOURNEYS: readonly ProgrammeJourney[] = [
  { year: 2019, place: 'turkey', curated: null, shown: null, sources: [ANTARA, REPUBLIKA] },
  { year: 2021, place: 'dubai', curated: null, shown: null, sources: PRESS },
  { year: 2022, place: 'turkey', curated: null, shown: null, sources: PRESS },
  { year: 2022, place: 'milan', curated: null, shown: null, sources: PRESS },
  { year: 2023, place: 'kuala-lumpur', curated: 51, shown: 25, sources: PRESS },
]

/** Companies and associations named as offtakers of 2019: history only, never with wishes of our making. */
export const OFFTAKERS_2019: readonly string[] = [
  'ShafCo',
  'TransMart',
  'Aprindo',
  'Pegadaian',
  'Bio Farma',
  'Tokopedia',
  'Gakopsyah',
  'Kadin',
  'Best Brand',
  'Yogya',
  'Belibu',
  'Ran',
  'PT Inti',
  'BJB Syariah',
  'Bukalapak',
  'Asephi',
  'Sindangreret',
  'Ampera',
  'Hisana',
  'Inagri',
  'Superindo',
  'Pindad',
  'Kunafe',
  'Floating Market',
  'BNI Syariah',
  'Kartika Sari',
  'Angkasa Pura',
  'ICSB',
  'Amanda',
  'Chocodot',
  'Primarasa',
  'Asabri',
  'Blibli',
  'GDAS',
  'Len',
  'Telkom',
]
export const OFFTAKERS_2019_SOURCES: readonly ProgrammeSource[] = [KODES_JABAR]
