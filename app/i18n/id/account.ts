import type { PluralForms } from '../fill'

const tooMany: PluralForms = {
  other: 'Terlalu banyak percobaan yang salah. Tunggu {count} menit, lalu coba lagi.',
}

export const account = {
  signIn: {
    title: 'Masuk',
    metaDescription:
      'Masuk ke OPOP Expo untuk menyatakan kebutuhan, mengatur pertemuan, dan mengelola produk.',
    intro: 'Untuk menyatakan kebutuhan, mengatur pertemuan, dan mengelola produk Anda.',
    email: 'E-mail',
    password: 'Kata sandi',
    submit: 'Masuk',
    wrong: 'E-mail atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
    tooMany,
    notSignedIn: 'Anda belum masuk; e-mail Anda masih tertulis di bawah.',
    problems: {
      'email-missing': 'Isi e-mail Anda.',
      'email-wrong': 'Tulis e-mail lengkap, misalnya nama@contoh.id.',
      'password-missing': 'Isi kata sandi Anda.',
    },
    samples: 'Akun contoh',
    samplesIntro:
      'Edisi ini memakai data contoh. Orang dan usaha di bawah ini rekaan; siapa pun boleh masuk sebagai mereka untuk mencoba.',
    samplePassword: 'Kata sandi semuanya: {password}',
    enterAs: 'Masuk sebagai {name}',
    kinds: {
      pesantren: 'Pesantren',
      offtaker: 'Offtaker',
      buyer: 'Buyer luar negeri',
      organiser: 'Penyelenggara',
    },
    roles: { owner: 'pemilik', editor: 'penyunting', member: 'anggota' },
    readsOnly: 'hanya membaca',
  },
  menu: {
    account: 'Akun',
    needs: 'Kebutuhan',
    sampleOrders: 'Pesanan sampel',
    studio: 'Stan kami',
    meetings: 'Pertemuan',
    openTimes: 'Waktu terbuka',
    products: 'Produk kami',
    me: 'Akun saya',
    team: 'Tim',
    join: 'Daftarkan pesantren atau usaha',
    verification: 'Verifikasi',
    inquiries: 'Pertanyaan pembeli',
    applicants: 'Verifikasi pendaftar',
    newBooths: 'Stan baru',
    duplicates: 'Data ganda',
    messages: 'Pesan terkirim',
    pavilions: 'Tampilan paviliun',
    actFor: 'Ganti ke',
    signOut: 'Keluar',
  },
}
