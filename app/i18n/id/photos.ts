import type { PhotoProblem } from '~/domain/photo/photo-problems'
import type { PluralForms } from '../fill'

const unfinished: PluralForms = {
  other:
    '{count} foto belum selesai terkirim. Pilih lagi foto yang sama: pengiriman lanjut dari tempat ia terputus.',
}

/** By the codes of domain/photo/photo-problems.ts. */
const problems: Record<PhotoProblem, string> = {
  'too-many-bytes': 'Lebih dari 15 MB. Kirim foto yang lebih kecil.',
  'too-many-pixels': 'Lebih dari 50 megapiksel. Kirim foto dengan ukuran lebih kecil.',
  'too-small': 'Terlalu kecil untuk ditampilkan. Kirim foto aslinya, bukan gambar kecilnya.',
  'too-narrow': 'Terlalu panjang dan sempit. Kirim foto biasa.',
  heic: 'Foto iPhone ini berformat HEIC. Di Pengaturan › Kamera › Format pilih "Paling Kompatibel", lalu foto lagi.',
  'not-a-photo': 'Ini bukan foto JPEG, PNG, WebP, atau AVIF. Ambil ulang dengan kamera HP.',
  broken: 'Berkas foto rusak atau terpotong. Kirim lagi foto aslinya.',
  lost: 'Foto ini tidak sampai dengan utuh di tempat kami. Hapus, lalu kirim lagi.',
}

/** The photographs of a booth and of its goods. */
export const photos = {
  titleBooth: 'Foto stan',
  titleProduct: 'Foto produk',
  metaDescription: 'Tambah, urutkan, dan rapikan foto pesantren Anda.',
  backBooth: 'Ke stan',
  count: '{count} dari {most} foto',
  full: 'Sudah {most} foto. Hapus satu untuk menambah yang baru.',
  introBooth:
    'Tempat, orang yang bekerja, dan cara Anda membuat barang. Foto pertama menjadi wajah stan Anda.',
  introProduct: 'Tiga foto sudah cukup: depan, belakang, dan isinya. Foto pertama tampil di mana-mana.',
  private: 'Lokasi yang tersimpan di dalam foto selalu dihapus.',
  emptyTitle: 'Belum ada foto',
  emptyBooth: 'Sampai ada foto, halaman stan hanya memuat tulisan dan gambar produk.',
  emptyProduct: 'Sampai ada foto, pembeli melihat gambar ilustrasi.',
  /** Adding. */
  camera: 'Kamera',
  gallery: 'Pilih foto',
  choose: 'Pilih foto',
  chooseHint: 'JPEG, PNG, WebP, atau AVIF, paling besar 15 MB.',
  send: 'Kirim foto',
  nothingChosen: 'Pilih fotonya dulu, lalu kirim.',
  sent: 'Foto terkirim. Sebentar lagi siap.',
  /** On its way. */
  sending: 'Mengirim {percent} %',
  sendingNamed: 'Mengirim {name}',
  queued: 'Menunggu giliran',
  preparing: 'Disiapkan…',
  lineLost: 'Sinyal putus. Lanjut sendiri begitu tersambung.',
  paused: 'Dijeda di {percent} %',
  pause: 'Jeda',
  goOn: 'Lanjutkan',
  again: 'Coba lagi',
  drop: 'Batal',
  dropNamed: 'Batal mengirim {name}',
  failed: 'Tidak terkirim. Coba lagi.',
  unfinished,
  forget: 'Lupakan',
  /** Each one. */
  first: 'Utama',
  nth: 'Foto {place}',
  altLabel: 'Apa yang terlihat?',
  altIn: 'Apa yang terlihat? ({language})',
  languages: { id: 'Indonesia', en: 'Inggris', ar: 'Arab' },
  otherLanguages: 'Dalam bahasa lain',
  suggest: 'Pakai "{text}"',
  save: 'Simpan keterangan',
  saveNamed: 'Simpan keterangan foto {place}',
  upNamed: 'Naikkan foto {place}',
  downNamed: 'Turunkan foto {place}',
  dragHint: 'Geser gagang titik-titik untuk mengurutkan, atau pakai panah.',
  moved: 'Foto sekarang nomor {place} dari {count}.',
  crop: 'Potong',
  cropNamed: 'Potong foto {place}',
  remove: 'Hapus',
  removeNamed: 'Hapus foto {place}',
  /** What was done. */
  removed: 'Foto dihapus. Sampai besok masih bisa dikembalikan.',
  undo: 'Kembalikan',
  restored: 'Foto kembali.',
  described: 'Keterangan tersimpan.',
  cropped: 'Potongan tersimpan.',
  changed: 'Foto ini baru saja diubah orang lain. Yang tampil sekarang adalah yang terbaru; coba lagi.',
  gone: 'Foto ini sudah tidak ada.',
  tooLong: 'Terlalu panjang. Singkatkan menjadi 250 huruf.',
  tooMany: 'Paling banyak {most} foto.',
  /** Cutting. */
  cropTitle: 'Potong foto {place}',
  shape: 'Bentuk',
  shapes: {
    whole: 'Seperti aslinya',
    square: 'Persegi',
    wide: 'Mendatar 4:3',
    tall: 'Tegak 3:4',
  },
  zoom: 'Perbesar',
  across: 'Geser ke samping',
  down2: 'Geser ke atas atau bawah',
  cropHint: 'Geser fotonya dengan jari, atau pakai penggeser di bawah.',
  cropSave: 'Simpan potongan',
  cropWhole: 'Pakai foto utuh',
  cancel: 'Batal',
  problems,
  problemElse: 'Foto ini tidak bisa dipakai. Hapus, lalu kirim foto lain.',
}
