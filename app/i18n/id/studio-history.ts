import type { RevisionAction } from '~/domain/shared/enums'

const actions: Record<RevisionAction, string> = {
  before: 'Isi sebelum riwayat dicatat',
  made: 'Produk dibuat',
  changed: 'Diubah',
  restored: 'Versi {version} dipulihkan',
  imported: 'Diisi dari tabel',
  priced: 'Harga diubah bersama produk lain',
  state: 'Tampil atau tidak',
  copied: 'Digandakan dari produk lain',
}

export const studioHistory = {
  title: 'Riwayat {name}',
  boothTitle: 'Riwayat stan',
  metaDescription: 'Siapa mengubah apa dan kapan, dan cara memulihkannya.',
  back: 'Kembali ke produk',
  backBooth: 'Kembali ke stan',
  open: 'Riwayat',
  intro: 'Setiap simpanan tercatat di sini. Memulihkan membuat versi baru; tidak ada yang hilang.',
  empty: 'Belum ada perubahan yang tercatat. Simpanan Anda berikutnya tampil di sini.',
  version: 'Versi {version}',
  now: 'sekarang',
  by: '{name}, {time}',
  somebody: 'Seseorang',
  actions,
  field: 'Isian',
  was: 'Sebelumnya',
  became: 'Menjadi',
  nothing: '(kosong)',
  state: 'Tampil atau tidak',
  restore: 'Pulihkan',
  restoreNamed: 'Pulihkan versi {version}',
  restored: 'Dipulihkan. Isi yang tadi tetap ada di riwayat.',
  same: 'Isinya sudah sama. Tidak ada yang diubah.',
  changed: 'Orang lain baru saja menyimpan. Lihat dulu perubahan teratas, lalu pulihkan lagi bila perlu.',
  incomplete:
    'Versi itu belum lengkap untuk pembeli. {gaps} Sembunyikan produk dulu, atau lengkapi di formulir.',
  refused: 'Versi itu tidak bisa dipakai lagi apa adanya. Buka formulir stan dan ubah di sana.',
  older: 'Lebih lama',
  newer: 'Lebih baru',
}
