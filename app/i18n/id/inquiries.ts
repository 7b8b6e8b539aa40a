import type { OutcomeFilter, Withheld } from '~/domain/inquiry/inquiry-view'
import type { InquiryState } from '~/domain/shared/enums'

const states: Record<InquiryState, string> = { new: 'Baru', answered: 'Dijawab', closed: 'Ditutup' }

const withheld: Record<Withheld, string> = {
  'on-phone':
    'Pembeli membuka WhatsApp dari halaman Anda. Isi pesannya ada di ponsel pembeli, tidak di sini.',
  sample:
    'Ini data contoh. Siapa pun bisa membuka akun contoh, jadi tulisan dan kontak pengunjung tidak ditampilkan.',
  erased: 'Isi dan kontaknya sudah dihapus.',
}

const emptyTitles: Record<InquiryState, string> = {
  new: 'Belum ada pertanyaan baru',
  answered: 'Belum ada yang dijawab',
  closed: 'Belum ada yang ditutup',
}

const done: Record<InquiryState, string> = {
  new: 'Pertanyaan ini kembali menjadi baru.',
  answered: 'Pertanyaan ini ditandai sudah dijawab.',
  closed: 'Pertanyaan ini ditutup.',
}

export const inquiries = {
  title: 'Pertanyaan pembeli',
  metaDescription: 'Pertanyaan pembeli kepada pesantren Anda.',
  tabsLabel: 'Daftar pertanyaan',
  tabs: states,
  aboutBooth: 'Tentang stan Anda',
  quantity: 'Jumlah {count}',
  draft: 'Membuka WhatsApp',
  wrote: 'Menulis lewat formulir',
  emptyTitles,
  emptyText: 'Pertanyaan pembeli tentang stan dan produk Anda muncul di sini.',
  products: 'Lihat produk Anda',
  back: 'Semua pertanyaan',
  oneTitle: 'Pertanyaan tentang {product}',
  oneTitleBooth: 'Pertanyaan tentang stan Anda',
  withheld,
  shortWithheld: {
    'on-phone': 'Pesannya di WhatsApp',
    sample: 'Tulisan pengunjung disembunyikan',
    erased: 'Sudah dihapus',
  } satisfies Record<Withheld, string>,
  facts: {
    title: 'Yang ditanyakan',
    product: 'Produk',
    quantity: 'Jumlah',
    name: 'Nama',
    language: 'Bahasa pembeli',
    received: 'Diterima',
    answered: 'Dijawab',
    words: 'Pesan',
  },
  answer: {
    title: 'Jawab pembeli',
    whatsapp: 'Jawab lewat WhatsApp',
    draft: 'Pesan yang terbuka di WhatsApp',
    mail: 'Jawab lewat email',
    mailSubject: 'Pertanyaan Anda di OPOP Expo',
    noContact: 'Tidak ada kontak untuk membalas di sini.',
    readOnly: 'Anda bisa membaca pertanyaan ini. Menjawab dan melihat kontak hanya untuk pemilik dan editor.',
    noNumber: 'Nomor pembeli tidak bisa dibuka di WhatsApp. Jawablah lewat email bila ada.',
    demonstration: 'Ini data contoh: WhatsApp tidak dibuka. Pesannya seperti di bawah ini.',
  },
  mark: {
    answered: 'Tandai sudah dijawab',
    closed: 'Tutup',
    new: 'Jadikan baru lagi',
  } satisfies Record<InquiryState, string>,
  done,
  outcomeTitle: 'Apa hasilnya?',
  outcomeText: 'Hanya pesantren Anda yang melihatnya. Ini janji, belum penjualan.',
  outcomes: {
    interested: 'Masih berminat',
    sample: 'Minta sampel',
    order: 'Akan memesan',
    nothing: 'Tidak jadi',
    unsaid: 'Belum diisi',
  } satisfies Record<OutcomeFilter, string>,
  outcomeDone: 'Hasilnya dicatat: {outcome}.',
  outcomeCleared: 'Hasilnya dikosongkan.',
  outcomeClear: 'Kosongkan',
  outcomeLabel: 'Menurut hasil',
  allOutcomes: 'Semua',
  noneOf: 'Tidak ada pertanyaan dengan hasil ini.',
  markNamed: '{mark}: {about}',
  undo: 'Batalkan',
}
