import type { NeedProblem } from '~/domain/need/need.schema'
import type { PluralForms } from '../fill'

const requested: PluralForms = { other: '{count} menunggu jawaban' }
const booked: PluralForms = { other: '{count} pertemuan disepakati' }
const counted: PluralForms = { other: '{open} terbuka dari {count}' }
const tooMany: PluralForms = {
  other:
    'Perusahaan Anda sudah menyatakan banyak kebutuhan. Coba lagi dalam {count} menit; yang Anda tulis tetap ada.',
}

const problems: Record<NeedProblem, string> = {
  'field-missing': 'Pilih bidang usahanya.',
  'words-missing': 'Tulis nama barangnya, misalnya kopi arabika.',
  'volume-missing': 'Tulis jumlah yang Anda perlukan tiap bulan.',
  'volume-wrong': 'Tulis jumlah dalam angka bulat, misalnya 300.',
  'volume-too-many': 'Paling banyak 1.000.000. Pilih satuan yang lebih besar, atau bagi kebutuhannya.',
  'unit-missing': 'Pilih satuannya.',
  'price-wrong': 'Tulis harga dalam rupiah, misalnya 140.000.',
  'price-too-high': 'Harga satu satuan paling tinggi Rp\u00a090.000.000. Periksa jumlah nolnya.',
  'country-wrong': 'Pilih negara dari daftar.',
  'regency-unknown': 'Pilih kabupaten atau kota dari daftar.',
  'language-missing': 'Pilih bahasa.',
  'date-wrong': 'Pilih tanggal dari kalender, atau tulis seperti 2027-01-31.',
  'date-past': 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.',
  'date-far': 'Tanggal ini terlalu jauh. Pilih dalam tiga tahun ke depan.',
  'too-long': 'Terlalu panjang. Ringkaskan.',
}

export const need = {
  title: 'Kebutuhan',
  metaDescription: 'Kebutuhan yang dinyatakan di OPOP Expo.',
  state: 'Nyatakan kebutuhan',
  newTitle: 'Apa yang Anda perlukan?',
  newLead:
    'Sekali isi, lalu Anda melihat pesantren yang bisa memenuhinya, alasannya, dan waktu untuk bertemu.',
  editTitle: 'Ubah kebutuhan',
  private:
    'Hanya perusahaan Anda dan penyelenggara yang membacanya. Pesantren membacanya saat Anda meminta pertemuan.',
  groups: { goods: 'Barang', destination: 'Tujuan dan waktu', talk: 'Pembicaraan' },
  field: 'Bidang usaha',
  chooseField: 'Pilih bidang',
  productWords: 'Barang yang Anda cari',
  productWordsHint: 'Misalnya kopi arabika sangrai, biji utuh.',
  monthlyVolume: 'Jumlah per bulan',
  unit: 'Satuan',
  chooseUnit: 'Pilih satuan',
  unitLoaf: 'buah (roti)',
  targetPrice: 'Harga paling tinggi per satuan',
  targetPriceHint: 'Dalam rupiah. Boleh dikosongkan.',
  papers: 'Surat yang wajib ada',
  papersHint: 'Pesantren tanpa surat ini tidak ditampilkan.',
  country: 'Negara tujuan',
  likely: 'Tujuan yang sering',
  allCountries: 'Semua negara',
  regency: 'Kabupaten atau kota',
  otherRegency: 'Di luar daftar ini',
  place: 'Kota atau tempat',
  placeHint: 'Misalnya Surabaya atau Jeddah. Boleh dikosongkan.',
  neededBy: 'Kiriman pertama paling lambat',
  neededByHint: 'Boleh dikosongkan.',
  language: 'Bahasa untuk berbicara',
  note: 'Catatan untuk pesantren',
  noteHint: 'Kemasan, mutu, cara bayar. Boleh dikosongkan.',
  submit: 'Lihat pesantren yang cocok',
  save: 'Simpan perubahan',
  cancel: 'Batal',
  about: 'Untuk bertemu {booth}',
  aboutProduct: 'Untuk bertemu {booth} tentang {product}',
  aboutHint:
    'Stan ini ada di halaman pertama pilihan Anda, atau disebut mengapa tidak cocok. Hapus centangnya bila tidak perlu.',
  dropped: {
    'sample-and-real':
      'Stan yang Anda buka tidak bisa diajak bertemu dengan akun ini: salah satunya data contoh, dan data contoh tidak berurusan dengan yang nyata. Kebutuhan Anda tetap bisa dinyatakan.',
    'own-booth': 'Itu stan Anda sendiri. Kebutuhan ini akan ditunjukkan kepada pesantren lain.',
    gone: 'Stan atau produk itu tidak lagi dibuka. Kebutuhan Anda tetap bisa dinyatakan.',
  },
  fixErrors: 'Belum tersimpan. Perbaiki yang ditandai; isian lain tetap ada.',
  notSaved:
    'Data sedang tidak bisa dibuka. Belum tersimpan, dan yang Anda tulis tetap ada. Coba lagi sebentar lagi.',
  tooMany,
  problems,
  changed:
    'Rekan Anda mengubah kebutuhan ini lebih dulu. Yang Anda tulis masih di sini; nilai yang kini tersimpan ada di bawah tiap isian yang berbeda. Simpan lagi untuk memakai tulisan Anda.',
  changedClosed:
    'Rekan Anda menutup kebutuhan ini lebih dulu. Yang Anda tulis masih di sini. Simpan lagi untuk membukanya kembali.',
  reopenAndSave: 'Buka lagi dan simpan',
  now: 'Kini tersimpan: {value}',
  nothing: 'kosong',
  close: 'Tutup kebutuhan ini',
  closeText:
    'Kebutuhan yang ditutup tidak lagi dicarikan pesantren, tetapi tetap bisa dibaca dan dibuka lagi. Pertemuan yang sudah disepakati atau diminta tetap berjalan; batalkan dari halaman Pertemuan bila perlu.',
  closeConfirm: 'Ya, tutup',
  closedNote: 'Kebutuhan ini ditutup {day}. Buka lagi untuk mengubahnya atau membuat janji baru.',
  reopen: 'Buka lagi',
  read: 'Lihat kebutuhan',
  listTitle: 'Kebutuhan Anda',
  listTitleOrganiser: 'Kebutuhan semua perusahaan',
  counted,
  edit: 'Ubah',
  closed: 'Ditutup',
  requested,
  booked,
  noMeeting: 'Belum ada pertemuan',
  atMost: 'paling tinggi {price}/{unit}',
  to: 'ke {place}',
  by: 'paling lambat {day}',
  empty: 'Belum ada kebutuhan',
  emptyText:
    'Tulis sekali apa yang Anda perlukan tiap bulan, dan lihat pesantren mana yang bisa memenuhinya.',
  emptyOrganiser: 'Belum ada perusahaan yang menyatakan kebutuhan.',
  emptyReader: 'Pesantren Anda belum menyatakan kebutuhan. Pemilik dan penyunting bisa melakukannya.',
  toProducts: 'Cari produk',
}
