export const shortlist = {
  title: 'Rak saya',
  intro:
    'Produk dan stan yang Anda simpan, tanpa akun. Rak ini hanya ada di peramban ini, dalam satu cookie yang tidak dipakai untuk hal lain.',
  empty: 'Rak Anda masih kosong',
  emptyText: 'Tekan “Simpan di rak” pada produk atau stan, maka ia menunggu Anda di sini.',
  findProducts: 'Cari produk',
  products: 'Produk',
  booths: 'Stan',
  keep: 'Simpan di rak',
  keepShort: 'Simpan',
  kept: 'Ada di rak saya',
  keptShort: 'Tersimpan',
  remove: 'Keluarkan',
  removeNamed: (name: string) => `Keluarkan ${name}`,
  removed: (name: string) => `${name} dikeluarkan dari rak.`,
  undo: 'Kembalikan',
  description: 'Produk dan stan yang Anda simpan di OPOP Expo.',
}
