import type { BusinessField, TradeUnit } from '~/domain/shared/enums'
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
  /** A regency or city; codes from 71 on are cities. `name` is without its kind: 'Garut'. */
  regency: (code: string, name: string) => `${code.slice(2) >= '71' ? 'Kota' : 'Kab.'} ${name}`,
  /** '48 stoples' */
  amount: (count: number, unit: TradeUnit) => `${formatNumber(count, 'id')}\u00a0${UNITS[unit]}`,
  /** After a price: 'per kg' */
  perUnit: (unit: TradeUnit) => `per\u00a0${UNITS[unit]}`,
  perMonth: (amount: string) => `${amount}/bulan`,
  days: (count: number) => `${formatNumber(count, 'id')}\u00a0hari`,
}
