import type { FulfilmentProblem } from '~/domain/order/fulfilment.schema'
import type { OwnOrderTab } from '~/domain/order/own-orders'
import type {
  FEEDBACK_MATCH,
  FEEDBACK_NEXT,
  FEEDBACK_QUALITY,
  OrderEventKind,
  OrderParty,
  OrderState,
} from '~/domain/shared/order-enums'
import type { PluralForms } from '../fill'

const more: PluralForms = { other: 'dan {count} barang lain' }
const samples: PluralForms = { other: '{count} sampel' }
const dueDays: PluralForms = { other: 'Kirim dalam {count} hari' }

const tabs: Record<OwnOrderTab, string> = {
  todo: 'Harus dikirim',
  way: 'Di jalan',
  unpaid: 'Belum dibayar',
  over: 'Selesai',
}

const emptyTitles: Record<OwnOrderTab, string> = {
  todo: 'Tidak ada yang harus dikirim',
  way: 'Tidak ada sampel di jalan',
  unpaid: 'Tidak ada yang menunggu pembayaran',
  over: 'Belum ada pesanan yang selesai',
}

const states: Record<OrderState, string> = {
  awaiting: 'Belum dibayar',
  paid: 'Sudah dibayar',
  packed: 'Dikemas',
  sent: 'Dikirim',
  received: 'Diterima',
  cancelled: 'Batal',
  lapsed: 'Berakhir tanpa dibayar',
}

const events: Record<OrderEventKind, string> = {
  placed: 'Pesanan dibuat',
  'proof-sent': 'Bukti transfer dikirim pembeli',
  'proof-rejected': 'Bukti transfer belum diterima',
  paid: 'Dibayar',
  packed: 'Dikemas',
  sent: 'Dikirim',
  received: 'Diterima',
  cancelled: 'Dibatalkan',
  lapsed: 'Berakhir tanpa dibayar',
  revived: 'Dibayar setelah lewat waktu; sampel masih ada',
  surplus: 'Pembayaran terlambat',
  'refund-wanted': 'Uang akan dikembalikan',
  refunded: 'Uang dikembalikan',
  'refund-failed': 'Pengembalian uang gagal; penyelenggara mengulanginya',
  disputed: 'Pembeli keberatan di banknya',
  'dispute-won': 'Keberatan ditolak bank',
  'dispute-lost': 'Bank mengembalikan uang kepada pembeli',
  feedback: 'Pembeli menilai sampel',
}

const parties: Record<OrderParty, string> = {
  buyer: 'pembeli',
  pesantren: 'pesantren Anda',
  organiser: 'penyelenggara',
  system: 'sistem',
}

const problems: Record<FulfilmentProblem, string> = {
  'courier-missing': 'Tulis nama kurirnya, misalnya JNE.',
  'tracking-missing': 'Tulis nomor resi dari kurir.',
  'too-long': 'Terlalu panjang. Periksa lagi.',
  'file-too-large': 'Fotonya terlalu besar. Paling besar 15 MB.',
  'file-not-a-photo': 'Berkas ini bukan foto yang bisa dibuka. Pakai JPG, PNG, atau WebP.',
}

const quality: Record<(typeof FEEDBACK_QUALITY)[number], string> = {
  good: 'Mutu baik',
  fair: 'Mutu cukup',
  poor: 'Mutu kurang',
}
const asDescribed: Record<(typeof FEEDBACK_MATCH)[number], string> = {
  yes: 'Sesuai keterangan',
  partly: 'Sebagian sesuai',
  no: 'Tidak sesuai',
}
const next: Record<(typeof FEEDBACK_NEXT)[number], string> = {
  order: 'Ingin memesan',
  maybe: 'Mungkin memesan',
  no: 'Tidak memesan',
}

/** Pesanan sampel di studio: kemas, kirim, selesai. */
export const studioOrders = {
  title: 'Pesanan sampel',
  metaDescription: 'Sampel yang dipesan pembeli, dan apa yang harus dikirim dulu.',
  orderTitle: 'Pesanan {number}',
  orderDescription: 'Barang, alamat, dan pengiriman satu pesanan sampel.',
  tabsLabel: 'Daftar pesanan',
  tabs,
  emptyTitles,
  emptyText: 'Pembeli memesan sampel dari halaman produk Anda.',
  toOffers: 'Lihat tawaran sampel',
  states,
  samples,
  more,
  dueDays,
  overdue: 'Terlambat: pembeli boleh membatalkan',
  disputed: 'Disengketakan',
  paidOn: 'Dibayar {day}',
  sentOn: 'Dikirim {day}',
  until: 'Menunggu sampai {day}',
  handOver: 'Diserahkan langsung',
  back: 'Semua pesanan',
  done: {
    packed: 'Tercatat: sudah dikemas. Pembeli dikabari.',
    sent: 'Tercatat: sampel sudah berangkat. Pembeli dikabari.',
    cancelled: 'Pesanan dibatalkan. Bila sudah dibayar, uangnya kembali kepada pembeli.',
    evidence: 'Terkirim kepada penyelenggara.',
  },
  refused: 'Pesanan ini sudah berubah. Lihat keadaannya di bawah.',
  fix: 'Ada yang perlu diperbaiki. Yang Anda tulis tetap ada.',
  nextTitle: 'Langkah berikutnya',
  waits: {
    awaiting: 'Menunggu pembayaran. Sampelnya disimpan untuk pembeli ini; belum perlu dikemas.',
    sent: 'Sampel di jalan. Kami mengabari Anda bila pembeli sudah menerimanya.',
    received: 'Selesai. Terima kasih.',
    cancelled: 'Pesanan ini batal. Tidak ada yang perlu dikirim.',
    lapsed: 'Pesanan ini berakhir tanpa dibayar. Tidak ada yang perlu dikirim.',
    readOnly: 'Pemilik atau penyunting pesantren Anda yang mengemas dan mengirimnya.',
    refunded: 'Seluruh uangnya dikembalikan. Tidak ada yang perlu dikirim.',
  },
  pack: 'Sudah dikemas',
  packText: 'Setelah ini pembeli tidak bisa membatalkan sendiri.',
  sendTitle: 'Kirim',
  how: 'Cara menyerahkan',
  byCourier: 'Dengan kurir',
  byHand: 'Diserahkan langsung kepada pembeli',
  courier: 'Kurir',
  courierHint: 'Misalnya JNE, J&T, SiCepat, Pos Indonesia.',
  tracking: 'Nomor resi',
  photo: 'Foto paket',
  photoHint: 'Tidak wajib. Pembeli dan penyelenggara melihatnya.',
  send: 'Sudah dikirim',
  hand: 'Sudah diserahkan',
  goods: 'Barang',
  size: 'Isi',
  packThis: 'Yang dikemas',
  weight: 'Berat',
  grams: '{count} g',
  addressTitle: 'Kirim ke',
  handTitle: 'Diserahkan kepada',
  copy: 'Salin alamat',
  copied: 'Tersalin',
  phone: 'Telepon',
  call: 'Telepon pembeli',
  buyer: 'Pembeli',
  company: 'Perusahaan',
  nobody: 'Akun yang sudah dihapus',
  language: 'Bahasa pembeli',
  note: 'Pesan pembeli',
  hidden: {
    'not-yet': 'Alamat terlihat setelah pesanan dibayar.',
    over: 'Alamat tidak ditampilkan lagi: pesanan ini sudah lama selesai.',
  },
  forMeeting: 'Untuk pertemuan',
  toMeeting: 'Buka pertemuan',
  moneyTitle: 'Uang',
  items: 'Sampel',
  shipping: 'Ongkos kirim',
  total: 'Jumlah',
  refunded: 'Dikembalikan',
  free: 'Gratis',
  wayTitle: 'Perjalanan',
  by: '{event}, oleh {party}',
  parcel: 'Lihat foto paket',
  feedbackTitle: 'Kata pembeli',
  quality,
  asDescribed,
  next,
  dispute: {
    title: 'Pembeli keberatan di banknya',
    count: 'Keberatan {n} dari {of}',
    amount: 'Uang yang diminta kembali: {amount}',
    open: 'Bank menahan uangnya sampai memutuskan. Penyelenggara yang menjawab bank; bantu dengan keterangan Anda.',
    due: 'Kirim sebelum {day}, supaya penyelenggara masih sempat menjawab.',
    asked: [
      'Apa yang Anda kirim, kapan, dan dengan kurir apa.',
      'Foto paket, resi, atau tanda terima, bila ada.',
      'Yang ditulis pembeli kepada Anda, bila ada. Bila pembeli benar, tulis begitu.',
    ],
    won: 'Bank menolak keberatan ini. Uangnya kembali ke saldo Anda.',
    lost: 'Bank menerima keberatan ini. Uangnya kembali kepada pembeli; biaya banknya ditanggung program.',
    given: 'Yang sudah Anda kirim',
    picture: 'Lihat gambar',
    text: 'Keterangan untuk penyelenggara',
    textHint: 'Paling panjang 2.000 huruf. Pembeli tidak membacanya.',
    photo: 'Foto, boleh kosong',
    photoHint: 'JPG, PNG, atau WebP, paling besar 15 MB.',
    send: 'Kirim ke penyelenggara',
    enough: 'Keterangan Anda sudah cukup banyak. Bila masih ada yang penting, hubungi penyelenggara.',
    problems: {
      empty: 'Tulis keterangannya.',
      long: 'Terlalu panjang. Ringkas sampai 2.000 huruf.',
      closed: 'Bank sudah memutuskan, atau keterangannya sudah cukup banyak. Keterangan ini tidak terkirim.',
    },
  },
  cancelTitle: 'Tidak bisa mengirim?',
  cancel: 'Batalkan pesanan ini',
  cancelText: 'Seluruh uang kembali kepada pembeli. Ini tidak bisa ditarik kembali.',
  reason: 'Alasan untuk pembeli',
  reasonMissing: 'Tulis alasannya. Pembeli membacanya.',
  cancelYes: 'Ya, batalkan',
  events,
  parties,
  problems,
}
