import type { PluralForms } from '../fill'

const drafts: PluralForms = { other: '{count} produk masih draf: tidak ikut terbit.' }
const ready: PluralForms = { other: '{count} produk siap tampil' }

export const boothStanding = {
  title: 'Terbitkan stan',
  metaDescription: 'Di mana stan Anda sekarang, dan apa yang masih kurang sebelum pengunjung melihatnya.',
  unseen: 'Belum terbit: hanya pesantren ini dan penyelenggara yang melihat halaman ini.',
  /** In the studio's bar. */
  bar: {
    making: 'Stan belum terbit',
    'handed-in': 'Stan menunggu penyelenggara',
    'asked-back': 'Penyelenggara bertanya',
  },
  states: {
    making: 'Belum terbit',
    'handed-in': 'Menunggu penyelenggara',
    'asked-back': 'Perlu dilengkapi',
    published: 'Terbit',
  },
  stateTexts: {
    making:
      'Hanya Anda yang melihat stan ini. Lengkapi, lalu ajukan sekali; penyelenggara melihatnya lebih dulu.',
    'handed-in':
      'Penyelenggara melihat stan Anda persis seperti pengunjung nanti. Kabarnya datang lewat pesan. Anda tetap boleh memperbaikinya.',
    'asked-back': 'Jawab dengan memperbaiki stan atau produknya, lalu ajukan lagi.',
    published: 'Semua pengunjung melihatnya. Perubahan berikutnya langsung terlihat, tanpa menunggu.',
  },
  noPlace: 'Tempat di aula menyusul begitu paviliun kabupaten Anda terbuka; halaman stan sudah bisa dilihat.',
  question: 'Pertanyaan penyelenggara',
  before: 'Sebelum diajukan',
  gaps: {
    'not-verified': 'Pendaftaran pesantren Anda disetujui penyelenggara',
    'no-story': 'Cerita stan, cukup satu bahasa',
    'no-product': 'Paling sedikit satu produk diterbitkan; ia tampil bersama stan',
  },
  gapLinks: {
    'not-verified': 'Lihat pendaftaran',
    'no-story': 'Tulis cerita',
    'no-product': 'Buka produk',
  },
  done: 'sudah',
  missing: 'belum',
  ready,
  drafts,
  see: 'Lihat seperti pengunjung',
  seeBooth: 'Lihat stan',
  handIn: 'Ajukan untuk diterbitkan',
  handInAgain: 'Ajukan lagi',
  takeBack: 'Tarik kembali',
  takeBackText: 'Stan keluar dari antrean penyelenggara; isinya tetap.',
  onlyWriters: 'Hanya pemilik dan penyunting yang dapat mengajukan.',
  told: {
    'handed-in': 'Diajukan. Kabarnya datang lewat pesan.',
    'taken-back': 'Ditarik kembali. Ajukan lagi kapan pun Anda siap.',
    incomplete: 'Belum bisa diajukan: lengkapi yang bertanda belum.',
    changed: 'Keadaannya berubah sejak halaman ini dibuka; lihat keadaannya di bawah.',
  },
  history: 'Riwayat',
  events: {
    'handed-in': 'Diajukan',
    'taken-back': 'Ditarik kembali',
    published: 'Diterbitkan',
    'asked-back': 'Penyelenggara bertanya',
  },
  organiser: {
    title: 'Stan baru',
    metaDescription: 'Stan yang menunggu diterbitkan untuk pertama kali.',
    tabsLabel: 'Keadaan stan',
    tabs: { 'handed-in': 'Menunggu', 'asked-back': 'Ditanya balik', making: 'Sedang dibuat' },
    empty: {
      'handed-in': 'Tidak ada stan yang menunggu.',
      'asked-back': 'Tidak ada yang ditanya balik.',
      making: 'Tidak ada stan yang sedang dibuat.',
    },
    emptyText: 'Stan yang diajukan pesantren muncul di sini, yang paling lama menunggu di atas.',
    since: 'sejak {time}',
    back: 'Semua stan baru',
    preview: 'Lihat halaman stannya',
    picture: 'Stannya di aula',
    pictureText: 'Geser untuk melihat dari samping.',
    previewText: 'Persis seperti pengunjung nanti, dengan produk yang ikut terbit.',
    products: 'Produk',
    noProducts: 'Belum ada produk.',
    productStates: {
      draft: 'draf',
      published: 'ikut terbit',
      hidden: 'disembunyikan',
      archived: 'diarsipkan',
    },
    decide: 'Keputusan',
    publish: 'Terbitkan',
    publishText: 'Semua pengunjung melihatnya, stan mendapat tempat di aula, dan pemiliknya diberi tahu.',
    askBack: 'Tanya balik',
    question: 'Apa yang perlu dilengkapi?',
    questionHint: 'Pemiliknya membacanya dalam pesan dan di studio.',
    send: 'Kirim pertanyaan',
    undecidable: 'Tidak ada yang perlu diputuskan sekarang.',
    changed: 'Keadaannya berubah sejak halaman ini dibuka. Tidak ada yang dikirim.',
    done: {
      publish: 'Diterbitkan. Pemiliknya diberi tahu.',
      'ask-back': 'Pertanyaan dikirim kepada pemiliknya.',
    },
    story: 'Cerita',
    noStory: 'Belum ada cerita.',
    contact: 'Pendaftaran dan kontak',
  },
}
