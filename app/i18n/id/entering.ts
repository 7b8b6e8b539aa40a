import type { PluralForms } from '../fill'

const triesLeft: PluralForms = {
  other: 'Kode ini tidak cocok. Masih ada {count} percobaan: periksa lagi pesan terakhir dari kami.',
}
const tooManyCodes: PluralForms = {
  other:
    'Terlalu banyak kode diminta. Tunggu {count} menit, lalu minta lagi. Cara masuk yang lain tetap bisa dipakai.',
}
const tooManyTries: PluralForms = {
  other: 'Terlalu banyak kode yang salah. Tunggu {count} menit, lalu coba lagi.',
}
const resendIn: PluralForms = { other: 'Belum masuk? Kode baru bisa diminta dalam {count} detik.' }
const wait: PluralForms = { other: 'Kode baru saja dikirim. Tunggu {count} detik, lalu minta lagi.' }

export const entering = {
  address: {
    way: 'Kirim kode lewat',
    channels: { whatsapp: 'WhatsApp', mail: 'E-mail' },
    phone: 'Nomor WhatsApp',
    phoneHint: 'Misalnya 0812 3456 7890. Di luar Indonesia, tulis dengan kode negara: +971 …',
    email: 'E-mail',
    problems: {
      'phone-missing': 'Isi nomor WhatsApp Anda.',
      'phone-wrong':
        'Nomor ini tidak bisa dihubungi. Tulis lengkap, misalnya 0812 3456 7890 atau +971 50 123 4567.',
      'email-missing': 'Isi e-mail Anda.',
      'email-wrong': 'Tulis e-mail lengkap, misalnya nama@contoh.id.',
      'sample-address':
        'Alamat contoh tidak bisa dipakai di sini. Isi nomor WhatsApp atau e-mail Anda sendiri.',
      'sample-account':
        'Akun contoh tetap memakai kata sandinya, yang tertulis di halaman masuk. Isi e-mail Anda sendiri.',
    },
    tooMany: tooManyCodes,
  },
  code: {
    sent: {
      whatsapp: 'Kami mengirim enam angka ke WhatsApp {address}. Berlaku {minutes} menit.',
      mail: 'Kami mengirim enam angka ke e-mail {address}. Berlaku {minutes} menit. Belum masuk? Lihat juga folder spam.',
    },
    doubtful: {
      whatsapp:
        'WhatsApp hanya mengizinkan kami menulis ke sejumlah nomor baru sehari. Kalau kode belum tiba dalam satu menit, pakai e-mail, atau coba lagi besok.',
      mail: 'Sedang banyak kode diminta. Kalau kode belum tiba dalam satu menit, pakai nomor WhatsApp, atau coba lagi satu jam lagi.',
    },
    sentAgain: 'Kode baru sudah dikirim. Kode yang lama tidak berlaku lagi.',
    demonstration: 'Peragaan: ini alamat contoh, jadi tidak ada pesan yang dikirim. Kodenya {code}.',
    label: 'Kode enam angka',
    submit: 'Lanjutkan',
    resend: 'Kirim kode baru',
    resendIn,
    change: 'Ganti nomor atau e-mail',
    missing: 'Tulis keenam angka dari pesan kami.',
    triesLeft,
    lastTry: 'Kode ini tidak cocok, dan percobaannya sudah habis. Minta kode baru di bawah.',
    failures: {
      expired:
        'Kode ini tidak berlaku lagi: waktunya atau percobaannya habis, atau sudah ada yang lebih baru. Minta kode baru di bawah.',
      used: 'Kode ini sudah dipakai. Kalau bukan di halaman ini, minta kode baru.',
      unknown: 'Kode ini tidak ditemukan di peramban ini. Mulai lagi dengan nomor atau e-mail Anda.',
      unavailable: 'Data sedang tidak bisa dijangkau. Kode Anda masih berlaku: coba lagi sebentar lagi.',
    },
    tooManyTries,
    wait,
  },
  codePage: {
    password: 'Kata sandi (boleh dikosongkan)',
    passwordHint: 'Paling sedikit {least} karakter. Tanpa kata sandi pun Anda selalu bisa masuk dengan kode.',
    title: 'Masukkan kode',
    metaDescription: 'Masukkan kode enam angka yang kami kirim untuk masuk ke OPOP Expo.',
    over: 'Kode ini tidak ada lagi',
    overText: 'Sudah dipakai, atau diminta di peramban lain. Minta yang baru: hanya sebentar.',
    again: 'Ke halaman masuk',
  },
  signIn: {
    send: 'Kirim kode',
    noPassword: 'Tanpa kata sandi: Anda menerima kode enam angka.',
    byPassword: 'Masuk dengan kata sandi',
    forgotten: 'Lupa kata sandi?',
    join: 'Baru di sini? Daftarkan pesantren atau usaha Anda',
    privacy: 'Apa yang disimpan, untuk apa, dan berapa lama',
    notSent: 'Kode belum dikirim; yang Anda tulis masih ada di bawah.',
  },
  newPassword: {
    title: 'Kata sandi baru',
    metaDescription: 'Ganti kata sandi OPOP Expo Anda dengan kode yang kami kirim ke e-mail.',
    intro: 'Tulis e-mail akun Anda. Kami mengirim kode enam angka ke sana.',
    send: 'Kirim kode',
    codeTitle: 'Kode dan kata sandi baru',
    password: 'Kata sandi baru',
    hint: 'Paling sedikit {least} karakter. Kalimat pendek lebih mudah diingat.',
    submit: 'Simpan dan masuk',
    after: 'Setelah disimpan, perangkat lain yang masih masuk akan keluar.',
    back: 'Masuk tanpa kata sandi',
    problems: {
      'password-missing': 'Tulis kata sandi baru.',
      'password-short': 'Terlalu pendek. Tulis paling sedikit {least} karakter.',
      'password-long': 'Terlalu panjang. Tulis paling banyak {most} karakter.',
      'password-plain': 'Terlalu mudah ditebak. Pakai paling sedikit empat huruf atau angka yang berbeda.',
    },
    typeAgain: 'Tulis lagi kata sandinya: demi keamanan, tidak kami simpan di halaman.',
  },
}
