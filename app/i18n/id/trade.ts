import type { BusinessField, CertificateKind, TradeUnit } from '~/domain/shared/enums'
import { formatNumber } from '../format'

const UNITS: Record<TradeUnit, string> = {
  kg: 'kg',
  litre: 'liter',
  piece: 'buah',
  pack: 'bungkus',
  jar: 'stoples',
  bottle: 'botol',
  box: 'kotak',
  tin: 'kaleng',
  bar: 'batang',
  loaf: 'buah',
  sheet: 'lembar',
  tray: 'papan',
  set: 'set',
  pair: 'pasang',
  hour: 'jam',
}

const FIELDS: Record<BusinessField, string> = {
  'konfeksi-fashion': 'Konfeksi dan busana',
  'makanan-olahan-nabati': 'Makanan olahan nabati',
  'makanan-olahan-hewani': 'Makanan olahan hewani',
  minuman: 'Minuman',
  perikanan: 'Perikanan',
  peternakan: 'Peternakan',
  pertanian: 'Pertanian',
  kerajinan: 'Kerajinan',
  jasa: 'Jasa',
  perdagangan: 'Perdagangan',
  elektronik: 'Elektronik',
}

const LANGUAGES: Record<string, string> = {
  id: 'Indonesia',
  en: 'Inggris',
  ar: 'Arab',
  su: 'Sunda',
  jv: 'Jawa',
  ms: 'Melayu',
  zh: 'Mandarin',
  ja: 'Jepang',
}

const PAPERS: Record<CertificateKind, string> = {
  halal: 'Halal',
  pirt: 'P-IRT, izin pangan rumah tangga',
  bpom: 'Izin BPOM',
  nib: 'NIB, nomor induk berusaha',
  sni: 'SNI, standar nasional',
  gs1: 'Barcode (GS1)',
  lab: 'Uji laboratorium',
}

const SHORT_PAPERS: Record<CertificateKind, string> = {
  halal: 'Halal',
  pirt: 'P-IRT',
  bpom: 'BPOM',
  nib: 'NIB',
  sni: 'SNI',
  gs1: 'GS1',
  lab: 'Uji lab',
}

/** The words of trade that every page shares. */
export const trade = {
  fields: FIELDS,
  certifications: {
    'halal-verified': 'Halal terverifikasi',
    halal: 'Halal',
    'pirt-bpom': 'P-IRT atau BPOM',
    nib: 'NIB',
    sni: 'SNI',
  },
  /** A regency or city; codes from 71 on are cities. `name` with or without the word Kota: 'Garut'. */
  regency: (code: string, name: string) =>
    `${code.slice(2) >= '71' ? 'Kota' : 'Kab.'} ${name.replace(/^Kota /, '')}`,
  /** '48 stoples' */
  amount: (count: number, unit: TradeUnit) => `${formatNumber(count, 'id')}\u00a0${UNITS[unit]}`,
  /** After a price: 'per kg' */
  perUnit: (unit: TradeUnit) => `per\u00a0${UNITS[unit]}`,
  perMonth: (amount: string) => `${amount}/bulan`,
  days: (count: number) => `${formatNumber(count, 'id')}\u00a0hari`,
  /** Papers by their kind; the short form fits on a mark. */
  papers: PAPERS,
  shortPapers: SHORT_PAPERS,
  /** 'Kecamatan Palimanan' */
  district: (name: string) => `Kecamatan ${name}`,
  /** The unit alone: 'botol' */
  unit: (unit: TradeUnit) => UNITS[unit],
  months: (count: number) => `${formatNumber(count, 'id')}\u00a0bulan`,
  /** A language by its code; an unknown one reads as its code. */
  language: (code: string) => LANGUAGES[code] ?? code,
}
