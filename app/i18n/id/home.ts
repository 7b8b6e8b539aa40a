import type { PluralForms } from '../fill'

const boothCount: PluralForms = { other: '{count} stan' }

export const home = {
  metaTitle: 'OPOP Expo: produk pesantren Jawa Barat, siap Anda pesan',
  metaDescription:
    'Pameran daring pesantren Jawa Barat. Lihat harga grosir, pesanan minimum dan kapasitas, berjalan di aula tiga dimensi, lalu bicara langsung lewat WhatsApp.',
  title: 'Buatan pesantren Jawa Barat, siap Anda pesan.',
  lead: 'Kopi, sarung, roti, sabun, sayur, madu. Lihat kapasitas dan harga grosirnya, lalu bicara langsung dengan pesantren lewat WhatsApp.',
  forWhom: 'Untuk toko, pemasok, hotel, dan eksportir. Tanpa akun.',
  examples: 'Contoh pencarian',
  hallTitle: 'Aula tiga dimensi',
  /** `{booths}` is boothCount's. */
  hallText: '{booths} di {pavilions} paviliun, buka setiap saat',
  hallClosed: 'Aula belum dibuka.',
  walkIn: 'Masuk aula',
  hallPicture: 'Lorong aula saat senja: deretan stan dengan papan nama dua aksara di bawah cahaya lampu.',
  shelf: 'Di rak minggu ini',
  allProducts: 'Semua produk',
  minimum: 'min. {amount}',
  matchingTitle: 'Temu bisnis: pembeli besar bertemu pesantren.',
  matchingText: 'Setiap tahun pembeli duduk semeja dengan pesantren yang lolos seleksi.',
  matchingToday:
    'Di sini Anda menulis kebutuhan sekali, melihat siapa yang sanggup, dan memilih waktu bertemu.',
  matchingMore: 'Kenali temu bisnis',
  matchingNeed: 'Nyatakan kebutuhan',
  matchingYears: 'Nilai yang tercatat di temu bisnis',
  directory: 'Papan petunjuk paviliun',
  openMap: 'Buka denah',
  boothCount,
}
