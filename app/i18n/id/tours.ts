import type { PluralForms } from '../fill'

const found: PluralForms = { other: '{count} stan untuk “{text}”' }
const stops: PluralForms = { other: '{count} stan' }
const inAisle: PluralForms = { other: '{count} stan di kiri dan kanan Anda' }

/** Tours, hits on the floor map and one's own aisle: sent only with the addresses that ask for them. */
export const tours = {
  title: 'Tur berpemandu',
  intro: 'Kami antar dari stan ke stan. Anda yang menentukan kapan lanjut.',
  award: 'Pemenang penghargaan',
  shelf: 'Rak saya',
  shelfText: 'Stan dan produk yang Anda simpan',
  yourNeeds: 'Kebutuhan Anda',
  fields: 'Menurut bidang usaha',
  search: 'Pencarian “{text}”',
  stops,
  leave: 'Kembali ke aula',
  end: 'Akhiri tur',
  stop: 'Perhentian {stop} dari {stops}',
  stopNamed: 'Perhentian {stop} dari {stops}: {booth}',
  previous: 'Perhentian sebelumnya',
  next: 'Perhentian berikutnya',
  keys: 'Saat aula aktif, tombol N untuk lanjut dan P untuk kembali.',
  openBooth: 'Buka stan',
  found,
  foundNone: 'Tidak ada stan untuk “{text}”',
  foundNoneText: 'Periksa ejaan, atau cari dengan kata lain.',
  unanswered: 'Pencarian sedang tidak tersedia. Daftar dan denah tetap bisa dipakai.',
  more: 'Ini {count} stan pertama.',
  allResults: 'Semua hasil pencarian',
  clear: 'Hapus pencarian',
  startTour: 'Tur ke stan ini',
  asAisle: 'Jadikan lorong saya',
  takeMe: 'Antar saya ke {booth}',
  onMap: '{count} ditandai',
  mark: 'Ditandai',
  aisle: 'Lorong saya',
  inAisle,
  emptyTitle: 'Belum ada stan di sini',
  emptyText: 'Pilih tur lain, atau jelajahi aula.',
  emptyShelfText: 'Simpan produk atau stan di rak Anda, lalu kembali ke sini.',
  findProducts: 'Cari produk',
  fromNeed: 'Tur ke pesantren yang cocok',
  fromShelf: 'Tur ke stan di rak saya',
}
