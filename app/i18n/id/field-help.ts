import type { FieldHelp } from '~/domain/product/field-defaults'
import type { SupplyWarning } from '~/domain/product/supply-rule'

/** Help beside three fields of the product form, by what the goods are. */
const fieldHelp: Record<FieldHelp, { description: string; leadTime: string; shelfLife: string }> = {
  food: {
    description: 'Cukup dua kalimat: bahannya, cara dibuat, rasanya.',
    leadTime: 'Dari pesanan sampai siap kirim, termasuk mengemas.',
    shelfLife: 'Keripik sering 90–180 hari, roti beberapa hari. Pakai yang tertulis di kemasan.',
  },
  drink: {
    description: 'Cukup dua kalimat: asal bahannya, cara menyajikan, rasanya.',
    leadTime: 'Dari pesanan sampai siap kirim, termasuk mengemas.',
    shelfLife: 'Sirup dan kopi sering setahun (365 hari), susu segar sekitar 7 hari.',
  },
  fresh: {
    description: 'Cukup dua kalimat: asal, jenis atau varietas, ukuran.',
    leadTime: 'Dari pesanan sampai panen atau tangkapan siap kirim.',
    shelfLife: 'Sayur beberapa hari, yang dikeringkan berbulan-bulan. Hewan hidup: kosongkan.',
  },
  cloth: {
    description: 'Cukup dua kalimat: bahan, ukuran yang ada, cara merawat.',
    leadTime: 'Menjahit pesanan minimum sampai siap kirim.',
    shelfLife: 'Untuk pakaian boleh kosong.',
  },
  goods: {
    description: 'Cukup dua kalimat: bahan, ukuran, kegunaannya.',
    leadTime: 'Membuat atau menyiapkan pesanan minimum sampai siap kirim.',
    shelfLife: 'Isi hanya bila tertulis di kemasan, misalnya sabun. Setahun = 365 hari.',
  },
  service: {
    description: 'Cukup dua kalimat: apa yang dikerjakan, untuk siapa, di mana.',
    leadTime: 'Berapa hari sebelumnya pembeli perlu memesan.',
    shelfLife: 'Untuk jasa dikosongkan.',
  },
}

const supplyWarnings: Record<SupplyWarning, string> = {
  'capacity-unsaid':
    'Dibuat setelah dipesan: tulis kapasitas per bulan, supaya pembeli tahu berapa yang bisa dipesan.',
  'stock-unsaid': 'Biasanya ada stok: tulis stok sekarang, 0 bila sedang habis.',
  'stock-of-made': 'Ada stok, tetapi dibuat setelah dipesan. Pilih yang biasanya berlaku.',
}

export const productHelp = { help: fieldHelp, supplyWarnings }
