import type { PluralForms } from '../fill'

const changed: PluralForms = { other: 'Harga {count} produk diubah.' }
const left: PluralForms = {
  other: '{count} produk dilewati: sudah diubah orang lain, atau harganya tidak mungkin.',
}
const undone: PluralForms = { other: 'Harga {count} produk dikembalikan.' }
const saveCount: PluralForms = { other: 'Ubah harga {count} produk' }

/** Work on the whole shelf: prices, order, copies, readiness. */
export const studioShelf = {
  prices: {
    link: 'Ubah banyak harga',
    title: 'Ubah banyak harga',
    metaDescription: 'Naikkan atau turunkan harga banyak produk sekaligus, dengan pratinjau.',
    back: 'Kembali ke daftar produk',
    intro: 'Pilih produk dan perubahannya, lihat harga barunya, lalu simpan. Bisa dibatalkan sesudahnya.',
    by: 'Ubah menurut',
    percent: 'persen',
    rupiah: 'rupiah per satuan',
    amount: 'Sebesar',
    amountHint: 'Tulis tanda minus untuk menurunkan, misalnya -5.',
    rounding: 'Bulatkan ke',
    noRounding: 'tanpa pembulatan',
    preview: 'Lihat harga baru',
    goods: 'Produk',
    was: 'Sekarang',
    becomes: 'Menjadi',
    from: 'mulai {amount}',
    save: saveCount,
    none: 'Pilih paling sedikit satu produk.',
    wrong: 'Tulis angka: persen dari -90 sampai 200, atau rupiah yang bulat.',
    tooLow: 'Harga menjadi nol. Produk ini dilewati.',
    tooHigh: 'Harga terlalu tinggi. Produk ini dilewati.',
    changed,
    left,
    undo: 'Batalkan',
    undone,
    empty: 'Belum ada produk yang punya harga.',
  },
  row: {
    more: 'Lainnya untuk {name}',
    moreShort: 'Lainnya',
    up: 'Naikkan di rak',
    down: 'Turunkan di rak',
    first: 'Taruh paling depan',
    duplicate: 'Gandakan',
    history: 'Riwayat',
    photos: 'Foto',
    copied: 'Salinannya adalah draf. Ubah yang berbeda, lalu terbitkan.',
    moved: 'Urutan rak tersimpan.',
  },
  ready: {
    link: 'Siap ekspor',
    title: 'Siap ekspor',
    metaDescription: 'Apa yang sudah ada dan apa yang belum, untuk setiap produk.',
    intro:
      'Yang tidak berlaku untuk suatu produk tidak dihitung. Sentuh yang belum ada untuk mengisinya. Penilaian sampel tidak ikut dihitung; bila ada, pembeli yang mencari membaca jumlahnya.',
    count: '{done} dari {of}',
    all: 'Semua ada',
    missing: 'Belum ada: ',
    empty: 'Belum ada produk.',
    organiserTitle: 'Kesiapan ekspor',
    organiserText: 'Produk yang terbit, yang paling banyak kurangnya lebih dulu.',
    step: 'Yang belum ada',
    anyStep: 'Semua',
    show: 'Tampilkan',
    csv: 'Unduh CSV',
    organiserEmpty: 'Tidak ada produk seperti itu.',
    columns: { booth: 'Pesantren', product: 'Produk', done: 'Ada', of: 'Dari', missing: 'Belum ada' },
  },
}
