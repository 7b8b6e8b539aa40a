import type { ProgrammeJourney, ProgrammeNote } from '~/domain/edition/programme-history'

const NOTES: Record<ProgrammeNote, string> = {
  'two-hotels-bandung': 'di dua hotel di Bandung',
  'offtaker-brands': 'sekitar 36 merek datang sebagai offtaker; nota kesepahaman ditandatangani',
  'virtual-and-hybrid': 'pameran virtual dan temu bisnis hibrida',
  'buyers-in-whatsapp':
    'perwakilan Indonesia di luar negeri memilih produk; pembeli disambungkan lewat WhatsApp',
  'farming-and-food-lead': 'pertanian dan makanan terbanyak',
  'province-winners': 'juara provinsi menerima Rp 200 juta masing-masing',
}

const PLACES: Record<ProgrammeJourney['place'], string> = {
  turkey: 'Turki',
  dubai: 'Dubai: ekspor jengkol, manggis, busana dan sarung',
  milan: 'Milan',
  'kuala-lumpur': 'MIHAS, Kuala Lumpur: pembeli dari delapan negara',
}

/** What happened in the programme, year by year. */
export const history = {
  figures: 'Angka program',
  year: 'Tahun',
  pesantren: 'Pesantren',
  buyers: 'Pembeli',
  potential: 'Potensi transaksi',
  realised: 'Terjadi di hari itu',
  notReported: 'tidak dilaporkan',
  sources: 'Sumber',
  chart: 'Potensi dan transaksi yang terjadi, menurut tahun',
  chartNote:
    'Potensi adalah niat beli yang dicatat di acara, bukan penjualan. Keduanya tidak pernah dijumlahkan.',
  billion: 'Rp\u00a0{amount} miliar',
  participants: '{count} pesantren',
  participantsText: 'peserta OPOP sejak 2019, per {year}',
  regions: '{count} daerah',
  regionsText: 'kabupaten dan kota, satu paviliun masing-masing',
  potentialText: 'potensi transaksi temu bisnis {year}',
  realisedText: '{amount} terjadi di hari itu',
  buyersCount: '{count} mitra pembeli',
  buyersText: 'hadir di temu bisnis {year}',
  winners: '{count} juara provinsi',
  judged: 'dari {count} yang dinilai',
  shown: '{shown} tampil dari {curated} yang dikurasi',
  notes: NOTES,
  places: PLACES,
}
