import { formatNumber } from '../format'
import type { Words } from '../words'

const n = (count: number) => formatNumber(count, 'en')

export const history: Words['history'] = {
  figures: 'The programme in figures',
  year: 'Year',
  pesantren: 'Pesantren',
  buyers: 'Buyers',
  potential: 'Potential transactions',
  realised: 'Done on the day',
  notReported: 'not reported',
  sources: 'Sources',
  chart: 'Potential and completed transactions by year',
  chartNote:
    'Potential is the intent to buy that was noted at the event, not sales. The two are never added together.',
  billion: (amount) => `IDR\u00a0${n(amount)} billion`,
  participants: (count) => `${n(count)} pesantren`,
  participantsText: (year) => `in OPOP since 2019, as of ${year}`,
  regions: (count) => `${n(count)} regions`,
  regionsText: 'regencies and cities, each with a pavilion',
  potentialText: (year) => `potential transactions at business matching ${year}`,
  realisedText: (amount) => `${amount} done on the day`,
  buyersCount: (count) => `${n(count)} buyer partners`,
  buyersText: (year) => `came to business matching ${year}`,
  winners: (count) => `${n(count)} province winners`,
  judged: (count) => `of ${n(count)} judged`,
  shown: (shown, curated) => `${n(shown)} shown of ${n(curated)} curated`,
  notes: {
    'two-hotels-bandung': 'in two hotels in Bandung',
    'offtaker-brands': 'about 36 brands came as offtakers; memoranda were signed',
    'virtual-and-hybrid': 'virtual exhibition and hybrid meetings',
    'buyers-in-whatsapp': 'Indonesian missions abroad picked products; buyers were connected on WhatsApp',
    'farming-and-food-lead': 'mostly farming and food',
    'province-winners': 'province winners received IDR 200 million each',
  },
  places: {
    turkey: 'Turkey',
    dubai: 'Dubai: exports of jengkol beans, mangosteen, fashion and sarongs',
    milan: 'Milan',
    'kuala-lumpur': 'MIHAS, Kuala Lumpur: buyers from eight countries',
  },
}
