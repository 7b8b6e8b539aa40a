import type { NextStep } from '~/domain/figures/studio-home'

interface Said {
  title: string
  text: string
  go: string
}

const next: Record<NextStep, Said> = {
  'asked-back': {
    title: 'Penyelenggara bertanya',
    text: 'Lihat pertanyaannya, perbaiki, lalu ajukan lagi.',
    go: 'Lihat pertanyaannya',
  },
  'add-product': {
    title: 'Tambah produk pertama Anda',
    text: 'Cukup nama untuk mulai. Sisanya bisa diisi nanti.',
    go: 'Tambah produk',
  },
  'tell-story': {
    title: 'Ceritakan pesantren Anda',
    text: 'Beberapa kalimat, cukup dalam satu bahasa.',
    go: 'Tulis cerita',
  },
  'publish-booth': {
    title: 'Stan Anda siap diajukan',
    text: 'Penyelenggara melihatnya sekali, lalu pengunjung bisa datang.',
    go: 'Ajukan stan',
  },
  'answer-requests': {
    title: 'Ada yang minta bertemu',
    text: 'Permintaan berakhir sendiri bila tidak dijawab.',
    go: 'Jawab permintaan',
  },
  'answer-inquiries': {
    title: 'Ada pertanyaan pembeli',
    text: 'Jawab selagi mereka masih mencari.',
    go: 'Buka pertanyaan',
  },
  'publish-product': {
    title: 'Terbitkan satu produk',
    text: 'Produk Anda masih draf. Daftarnya menunjukkan apa yang kurang.',
    go: 'Lihat produk',
  },
  'prove-number': {
    title: 'Buktikan nomor WhatsApp stan',
    text: 'Dengan nomor itu pembeli bisa mengobrol langsung dengan Anda.',
    go: 'Isi nomor',
  },
  'add-photos': {
    title: 'Tambah foto',
    text: 'Sekarang masih gambar ilustrasi. Foto dari ponsel sudah cukup.',
    go: 'Tambah foto',
  },
  'open-times': {
    title: 'Buka waktu untuk pertemuan',
    text: 'Pembeli lalu bisa memilih waktu yang cocok bagi Anda.',
    go: 'Atur waktu',
  },
  figures: {
    title: 'Semua sudah beres',
    text: 'Lihat produk mana yang paling banyak dilihat.',
    go: 'Lihat angka',
  },
}

export const studioHome = {
  title: 'Stan Anda hari ini',
  metaDescription: 'Di mana stan Anda berdiri, siapa yang menunggu jawaban, dan langkah berikutnya.',
  nextTitle: 'Langkah berikutnya',
  next,
  readOnly: 'Anda bisa melihat semuanya di sini. Mengubah hanya untuk pemilik dan penyunting.',
  waitsTitle: 'Menunggu Anda',
  inquiries: 'Pertanyaan baru',
  requests: 'Permintaan pertemuan',
  samples: 'Sampel yang harus dikirim',
  outcomes: 'Pertanyaan tanpa hasil',
  upcoming: 'Pertemuan mendatang',
  boothTitle: 'Stan',
  standing: 'Keadaan',
  place: 'Tempat di aula',
  inPavilion: 'Paviliun {number}',
  noPlace: 'belum ada',
  products: 'Produk',
  productsSaid: '{published} terbit, {drafts} draf, {hidden} disembunyikan',
  photos: 'Foto',
  see: 'Lihat sebagai pengunjung',
  edit: 'Ubah stan',
  weekTitle: 'Kunjungan',
  allFigures: 'Semua angka',
}
