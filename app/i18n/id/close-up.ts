/** Said in the open hall and while a booth is seen from close by; they come with the scene. */
export const closeUp = {
  goods: 'Barang stan ini',
  openGood: 'Buka produk',
  loading: 'Memuat barang stan ini…',
  failed:
    'Barang stan ini belum bisa dimuat. Periksa sambungan Anda, lalu coba lagi; halamannya mungkin tetap bisa dibuka.',
  none: 'Rak stan ini masih kosong.',
  all: 'Semua barang',
  boulevard: 'Jalan utama',
  home: 'Kembali ke gerbang masuk',
  help: 'Cara berjalan',
  keys: {
    walk: 'Tombol panah atau W A S D: berjalan dan berbelok.',
    look: 'Seret dengan tetikus atau jari: melihat sekeliling.',
    tap: 'Ketuk lantai: berjalan ke sana. Ketuk stan: mendekat; ketuk barangnya: melihatnya, sekali lagi: membukanya.',
    enter: 'Enter: mendekati stan, lalu membukanya. Kiri dan kanan: barangnya. Esc: mundur.',
    leave: 'Tab: keluar dari aula ke daftar.',
  },
  around: '{booths} di dekat Anda.',
  nearest: 'Terdekat: {booth}, {metres}.',
  before: 'Di depan {booth}, {place}.',
}
