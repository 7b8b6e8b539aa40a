import type { TradeUnit } from '~/domain/shared/enums'
import { formatNumber } from '../format'
import type { Words } from '../words'

/** One and several. */
const UNITS: Record<TradeUnit, readonly [string, string]> = {
  kg: ['kg', 'kg'],
  litre: ['litre', 'litres'],
  piece: ['piece', 'pieces'],
  pack: ['pack', 'packs'],
  jar: ['jar', 'jars'],
  bottle: ['bottle', 'bottles'],
  box: ['box', 'boxes'],
  tin: ['tin', 'tins'],
  bar: ['bar', 'bars'],
  loaf: ['loaf', 'loaves'],
  sheet: ['sheet', 'sheets'],
  tray: ['tray', 'trays'],
  set: ['set', 'sets'],
  pair: ['pair', 'pairs'],
  hour: ['hour', 'hours'],
}

const LANGUAGES: Record<string, string> = {
  id: 'Indonesian',
  en: 'English',
  ar: 'Arabic',
  su: 'Sundanese',
  jv: 'Javanese',
  ms: 'Malay',
  zh: 'Mandarin',
  ja: 'Japanese',
}

export const trade: Words['trade'] = {
  fields: {
    'konfeksi-fashion': 'Clothing and fashion',
    'makanan-olahan-nabati': 'Plant-based foods',
    'makanan-olahan-hewani': 'Meat, dairy and egg foods',
    minuman: 'Drinks',
    perikanan: 'Fisheries',
    peternakan: 'Livestock',
    pertanian: 'Farm produce',
    kerajinan: 'Crafts',
    jasa: 'Services',
    perdagangan: 'Trading',
    elektronik: 'Electronics',
  },
  certifications: {
    'halal-verified': 'Halal verified',
    halal: 'Halal',
    'pirt-bpom': 'P-IRT or BPOM',
    nib: 'Business number (NIB)',
    sni: 'National standard (SNI)',
  },
  regency: (code, name) => `${name.replace(/^Kota /, '')} ${code.slice(2) >= '71' ? 'City' : 'Regency'}`,
  amount: (count, unit) => `${formatNumber(count, 'en')}\u00a0${UNITS[unit][count === 1 ? 0 : 1]}`,
  perUnit: (unit) => `per\u00a0${UNITS[unit][0]}`,
  perMonth: (amount) => `${amount} a month`,
  days: (count) => `${formatNumber(count, 'en')}\u00a0${count === 1 ? 'day' : 'days'}`,
  papers: {
    halal: 'Halal',
    pirt: 'P-IRT home food licence',
    bpom: 'BPOM food and drug licence',
    nib: 'NIB business number',
    sni: 'SNI national standard',
    gs1: 'Barcode (GS1)',
    lab: 'Laboratory test',
  },
  shortPapers: {
    halal: 'Halal',
    pirt: 'P-IRT',
    bpom: 'BPOM',
    nib: 'NIB',
    sni: 'SNI',
    gs1: 'GS1',
    lab: 'Lab test',
  },
  district: (name) => `${name} District`,
  unit: (unit) => UNITS[unit][0],
  months: (count) => `${formatNumber(count, 'en')}\u00a0${count === 1 ? 'month' : 'months'}`,
  language: (code) => LANGUAGES[code] ?? code,
}
