import type { OrderForms } from './template-words'

const goods = ['Barang', 'goods'] as const
const delivery = ['Penyerahan', 'delivery'] as const
const amount = ['Jumlah', 'amount'] as const
const courier = ['Kurir', 'courier'] as const
const tracking = ['Nomor resi', 'tracking'] as const
const reason = ['Alasan', 'reason'] as const
const until = ['Sebelum', 'until'] as const
const since = ['Dibayar', 'since'] as const

export const orderForms: OrderForms = {
  'order-new': {
    subject: 'Pesanan sampel baru {number}',
    lead: 'Pesanan sampel {number} untuk {organisation} sudah dibayar.',
    facts: [goods, delivery],
    close: 'Kemas, lalu catat kurir dan nomor resinya. Alamat pembeli ada di halaman pesanan.',
    link: 'Buka pesanan',
  },
  'order-paid': {
    subject: 'Pembayaran diterima: {number}',
    lead: 'Pembayaran pesanan sampel {number} kepada {organisation} sudah diterima.',
    facts: [goods, amount],
    close: 'Pesantren sekarang mengemasnya. Kami mengabari Anda saat sampel berangkat.',
    link: 'Buka pesanan',
  },
  'order-packed': {
    subject: 'Sampel dikemas: {number}',
    lead: 'Sampel pesanan {number} dari {organisation} sudah dikemas.',
    facts: [goods],
    close: 'Kami mengabari Anda saat sampel berangkat.',
    link: 'Buka pesanan',
  },
  'order-sent': {
    subject: 'Sampel berangkat: {number}',
    lead: 'Sampel pesanan {number} dari {organisation} sudah dikirim.',
    facts: [goods, courier, tracking],
    close: 'Setelah sampai, tekan Sudah sampai di halaman pesanan.',
    link: 'Buka pesanan',
  },
  'order-handed-over': {
    subject: 'Sampel diserahkan: {number}',
    lead: 'Sampel pesanan {number} dari {organisation} sudah diserahkan langsung.',
    facts: [goods],
    close: 'Bila benar sudah Anda terima, katakan di halaman pesanan.',
    link: 'Buka pesanan',
  },
  'order-arrived': {
    subject: 'Sampel diterima: {number}',
    lead: 'Sampel pesanan {number} untuk {organisation} sudah diterima pembeli.',
    facts: [goods],
    close: 'Kata pembeli tentang sampelnya ada di halaman pesanan.',
    link: 'Buka pesanan',
  },
  'order-cancelled': {
    subject: 'Pesanan batal: {number}',
    lead: 'Pesanan sampel {number} di {organisation} dibatalkan.',
    facts: [goods, reason],
    close: 'Bila sudah dibayar, seluruh uangnya dikembalikan.',
    link: 'Buka pesanan',
  },
  'order-lapsed': {
    subject: 'Pesanan berakhir: {number}',
    lead: 'Pesanan sampel {number} di {organisation} berakhir karena belum dibayar.',
    facts: [goods],
    close: 'Bila masih mau, pesanan baru bisa dibuat kapan saja.',
    link: 'Buka pesanan',
  },
  'order-refunded': {
    subject: 'Uang dikembalikan: {number}',
    lead: 'Uang untuk pesanan sampel {number} di {organisation} dikembalikan.',
    facts: [amount],
    close: 'Dengan kartu, uang biasanya terlihat dalam 5 sampai 10 hari kerja.',
    link: 'Buka pesanan',
  },
  'order-surplus': {
    subject: 'Pembayaran terlambat: {number}',
    lead: 'Pembayaran untuk pesanan sampel {number} di {organisation} datang setelah pesanan berakhir.',
    facts: [amount],
    close: 'Seluruh jumlah ini dikembalikan. Anda tidak perlu melakukan apa pun.',
    link: 'Buka pesanan',
  },
  'order-proof-rejected': {
    subject: 'Bukti belum bisa diterima: {number}',
    lead: 'Bukti transfer untuk pesanan {number} di {organisation} belum bisa diterima penyelenggara.',
    facts: [reason, until],
    close: 'Kirim bukti yang baru di halaman pesanan.',
    link: 'Kirim bukti baru',
  },
  'order-transfer-due': {
    subject: 'Menunggu transfer: {number}',
    lead: 'Pesanan sampel {number} di {organisation} masih menunggu transfer Anda.',
    facts: [amount, until],
    close: 'Setelah transfer, kirim fotonya di halaman pesanan. Lewat waktu itu pesanan berakhir.',
    link: 'Buka pesanan',
  },
  'order-send-due': {
    subject: 'Belum dikirim: {number}',
    lead: 'Pesanan sampel {number} untuk {organisation} sudah dibayar dan belum dikirim.',
    facts: [goods, since],
    close: 'Tujuh hari setelah dibayar, pembeli boleh membatalkan dan uangnya dikembalikan.',
    link: 'Buka pesanan',
  },
  'order-disputed': {
    subject: 'Keberatan di bank: {number}',
    lead: 'Pembeli pesanan sampel {number} dari {organisation} meminta uangnya kembali lewat bank.',
    facts: [amount, until],
    close:
      'Tuliskan apa yang Anda kirim dan kirimkan fotonya di halaman pesanan. Penyelenggara menjawab bank dengan itu.',
    link: 'Buka pesanan',
  },
  'order-dispute-won': {
    subject: 'Keberatan ditolak bank: {number}',
    lead: 'Bank menolak keberatan atas pesanan sampel {number} dari {organisation} kali ini.',
    facts: [amount],
    close: 'Uangnya kembali ke saldo Anda.',
    link: 'Buka pesanan',
  },
  'order-dispute-lost': {
    subject: 'Keberatan diterima bank: {number}',
    lead: 'Bank menerima keberatan atas pesanan sampel {number} dari {organisation} kali ini.',
    facts: [amount],
    close: 'Uangnya kembali kepada pembeli dan keluar dari saldo Anda. Biaya banknya ditanggung program.',
    link: 'Buka pesanan',
  },
}
