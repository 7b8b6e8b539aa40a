/** Said in the hall while a booth is seen from close by; they come with the scene. */
export const closeUp = {
  goods: 'Barang stan ini',
  openGood: 'Buka produk',
  loading: 'Memuat barang stan ini…',
  failed:
    'Barang stan ini belum bisa dimuat. Periksa sambungan Anda, lalu coba lagi; halamannya mungkin tetap bisa dibuka.',
  none: 'Rak stan ini masih kosong.',
  all: 'Semua barang',
}
