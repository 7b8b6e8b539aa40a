import { formatNumber } from '../format'
import type { Words } from '../words'

const n = (count: number) => formatNumber(count, 'en')

export const about: Words['about'] = {
  title: 'One pesantren, one product',
  metaTitle: 'About OPOP, One Pesantren One Product',
  metaDescription:
    'The OPOP programme of West Java: who runs it, how a year goes, how many pesantren take part, and what is on record from business matching and exhibitions.',
  lead: 'A pesantren is an Islamic boarding school. Through OPOP each one builds a business that can support it. This exhibition keeps those businesses open to buyers all year.',
  facts: 'The programme in brief',
  fact: {
    started: 'Started',
    startedValue: 'December 2018',
    basis: 'Legal basis',
    basisValue: 'Regulation 24/2019 of the Governor of West Java',
    runBy: 'Run by',
    runByValue: 'The Office of Cooperatives and Small Business of West Java, through UPTD P3W',
    where: 'Where',
    whereValue: '27 regencies and cities, 627 districts; about 9,000 pesantren',
    participants: 'Taken part up to 2023',
    participantsValue: (total, target) => `${n(total)} pesantren (target ${n(target)})`,
    words: 'Words you will meet',
    wordsValue: 'A kopontren is a pesantren’s cooperative; santri are its students.',
  },
  year: 'How a year goes',
  steps: {
    publicity: 'The programme visits the pesantren',
    registration: 'Online registration',
    administration: 'Selection on paper',
    stage1: 'Audition 1: winners of each district',
    meeting: 'Business meeting, eight days of training and internship, mentoring, capital aid',
    stage2: 'Audition 2: best of each regency and city',
    stage3: 'Audition 3: best of the province',
    exhibitions: 'Exhibitions at home and abroad',
  },
  stepsNote: 'Each pesantren is represented by two people.',
  tracks: 'Two tracks',
  trackStartUp: 'Start-up, for a new business: aid of IDR 25 million.',
  trackScaleUp: 'Scale-up, for a running business: aid of IDR 30–35 million.',
  prizes: 'Prizes: IDR 75–200 million in a regency or city, IDR 200–400 million in the province.',
  funnels: 'From registration to the winners',
  funnel: {
    edition: 'Edition',
    registered: 'Registered',
    passedAdministration: 'Passed on paper',
    attendedStage1: 'Came to stage 1',
    passedStage1: 'Passed stage 1',
    stage2: 'Stage 2',
    province: 'Province',
  },
  exhibitions: 'Business matching and exhibitions by year',
  overseas: 'Abroad',
  offtakers: 'Prospective buyers named in 2019',
  offtakersNote:
    'These names are part of the programme’s history. Their wishes are not public, and no need or order in this exhibition is in their name.',
  data: 'The data in this exhibition',
  dataReal:
    'A pesantren that has been reported on shows only what was reported, with its source. The rest reads “not stated”.',
  dataSample:
    'The other booths are samples: their names, products and figures were made up to show the exhibition at work. All are marked “Sample data” and none has a telephone number.',
  sources: 'Sources',
}
