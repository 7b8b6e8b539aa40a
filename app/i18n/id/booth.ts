import { formatNumber } from '../format'

/** Awards as the reports name them; another one is shown as reported. */
const AWARDS: Record<string, string> = {
  'Juara I scale-up kab/kota': 'Juara I scale-up tingkat kabupaten/kota',
  'Juara II scale-up kab/kota': 'Juara II scale-up tingkat kabupaten/kota',
  'Juara III scale-up kab/kota': 'Juara III scale-up tingkat kabupaten/kota',
  'Juara start-up kab/kota': 'Juara start-up tingkat kabupaten/kota',
  'Juara kecamatan start-up': 'Juara start-up tingkat kecamatan',
}

export const booth = {
  pavilion: (number: number) => `Paviliun ${formatNumber(number, 'id')}`,
  /** `index` counts from 0. */
  aisle: (index: number) => `Lorong ${String.fromCharCode(65 + index)}`,
  /** Between two of a list. */
  sample: 'Pesantren contoh',
  shelf: 'Di rak kami',
  productCount: (count: number) => `${formatNumber(count, 'id')} produk`,
  emptyShelf: 'Belum ada produk di rak ini',
  emptyShelfText:
    'Pesantren ini belum menaruh produk di pameran. Anda tetap bisa menulis kepadanya, atau mencari produk serupa.',
  findProducts: 'Cari produk',
  about: 'Tentang pesantren',
  sampleText: 'Teks contoh.',
  writtenIn: (language: string) => `Ditulis dalam bahasa ${language}.`,
  record: 'Jejak di OPOP',
  award: (reported: string) => AWARDS[reported] ?? reported,
  source: (label: string) => `Sumber: ${label}`,
  facts: 'Fakta',
  field: 'Bidang usaha',
  region: 'Daerah',
  reportedProducts: 'Produk yang diberitakan',
  capacity: 'Kapasitas',
  capacityOnProducts: 'Tertulis pada tiap produk',
  languages: 'Bahasa',
  exported: 'Ekspor',
  hasExported: 'Pernah mengekspor',
  hasNotExported: 'Belum pernah',
  sources: 'Sumber data',
  meet: 'Minta pertemuan',
  visit: 'Kunjungi di aula',
  otherBooths: 'Stan lain di lorong ini',
  previous: 'Stan sebelumnya',
  next: 'Stan berikutnya',
  closedTitle: 'Stan ini sudah tutup',
  closedText: (name: string) =>
    `${name} tidak lagi membuka stan di aula. Tempatnya tetap disimpan, dan stan lain masih buka.`,
  toHall: 'Ke aula',
  description: (name: string, place: string) =>
    `Stan ${name}${place ? `, ${place}` : ''}, di OPOP Expo: produk, kapasitas, dan sertifikat, dan chat langsung dengan pesantren.`,
}
