import type { PluralForms } from '../fill'

const members: PluralForms = { other: '{count} orang' }
const tooManyInvitations: PluralForms = {
  other: 'Sudah terlalu banyak undangan dikirim. Coba lagi dalam {count} jam; isian Anda masih ada di bawah.',
}
const tooManyAgain: PluralForms = {
  other: 'Undangan ini sudah cukup sering dikirim. Coba lagi dalam {count} jam.',
}

export const team = {
  title: 'Tim',
  metaDescription: 'Siapa yang bekerja untuk pesantren atau perusahaan Anda di OPOP Expo.',
  titleOf: 'Tim {name}',
  members,
  you: 'Anda',
  since: 'sejak {day}',
  noName: 'Belum menulis nama',
  manage: 'Atur',
  manageName: 'Atur {name}',
  shared:
    'Ini tim akun contoh yang dipakai bersama: siapa pun bisa masuk dengannya, jadi timnya tidak bisa diubah.',
  otherTab: {
    title: 'Di tab lain Anda kini bertindak untuk organisasi lain',
    text: 'Isian ini untuk {was}, tetapi Anda kini bertindak untuk {now}. Belum ada yang disimpan, dan isian Anda tidak hilang.',
    gone: 'Isian ini untuk organisasi yang tidak lagi Anda wakili. Tidak ada yang disimpan.',
    written: 'Yang Anda tulis',
    again: 'Kembali ke {was} dan kirim',
    goOn: 'Lanjut untuk {now} tanpa isian ini',
  },
  readOnly: 'Hanya pemilik yang bisa mengundang, mengganti peran, dan mengeluarkan orang.',
  readOnlyClosed: 'Organisasi ini sudah ditutup atau ditolak: timnya hanya bisa dibaca.',
  noOrganisation: {
    title: 'Anda belum ada di tim mana pun',
    text: 'Daftarkan pesantren atau perusahaan Anda, atau buka tautan undangan yang Anda terima.',
    join: 'Bergabung',
    account: 'Akun saya',
  },
  roles: { owner: 'Pemilik', editor: 'Penyunting', member: 'Anggota' },
  roleHints: {
    pesantren: {
      owner: 'Mengelola produk, jadwal, dan pertemuan, serta mengatur tim ini.',
      editor: 'Mengelola produk, jadwal, dan pertemuan.',
      member: 'Melihat produk dan pertemuan, tidak mengubahnya.',
    },
    company: {
      owner: 'Menulis kebutuhan, mengatur pertemuan, serta mengatur tim ini.',
      member: 'Menulis kebutuhan dan mengatur pertemuan.',
    },
    organiser: {
      member: 'Melihat semua kebutuhan dan pertemuan, memeriksa pendaftar dan pesan, serta mengatur tim ini.',
    },
  },
  invitations: 'Undangan yang menunggu',
  invitedBy: 'diundang {name}',
  until: 'berlaku sampai {day}',
  expired: 'sudah lewat waktu',
  messageStates: {
    waiting: 'akan dikirim',
    sending: 'sedang dikirim',
    sent: 'terkirim',
    delivered: 'sampai',
    read: 'dibaca',
    unknown: 'belum pasti sampai',
    kept: 'belum terkirim: pengiriman pesan belum diatur penyelenggara',
    demonstration: 'peragaan: tidak dikirim',
    dead: 'tidak sampai: periksa alamatnya',
    void: 'dibatalkan',
  },
  resend: 'Kirim ulang',
  resendTo: 'Kirim ulang ke {shown}',
  revoke: 'Batalkan',
  revokeOf: 'Batalkan undangan {shown}',
  demonstrationLink: 'Peragaan: pesan ini tidak dikirim. Tautannya:',
  openInvitation: 'buka undangan',
  invite: {
    title: 'Undang seseorang',
    intro:
      'Ia menerima tautan yang berlaku {days} hari, dan membuktikan dengan kode bahwa alamat itu miliknya.',
    way: 'Kirim undangan lewat',
    phone: 'Nomor WhatsApp-nya',
    email: 'E-mail-nya',
    sampleHint:
      'Ini organisasi contoh: pakai e-mail yang berakhir dengan .example, atau nomor +44 7700 900000 sampai 900999. Tidak ada pesan yang dikirim.',
    role: 'Peran',
    language: 'Bahasa pesannya',
    languages: { id: 'Bahasa Indonesia', en: 'English', ar: 'العربية' },
    submit: 'Kirim undangan',
    problems: {
      'phone-missing': 'Isi nomor WhatsApp orang yang Anda undang.',
      'phone-wrong':
        'Nomor ini tidak bisa dihubungi. Tulis lengkap, misalnya 0812 3456 7890 atau +971 50 123 4567.',
      'email-missing': 'Isi e-mail orang yang Anda undang.',
      'email-wrong': 'Tulis e-mail lengkap, misalnya nama@contoh.id.',
      'address-sample': 'Ini alamat contoh. Isi nomor WhatsApp atau e-mail yang sungguh ada.',
      'address-not-sample':
        'Organisasi contoh hanya mengundang alamat contoh: e-mail yang berakhir dengan .example, atau nomor +44 7700 900000 sampai 900999.',
      'already-invited': 'Alamat ini sudah diundang. Kirim ulang undangannya di daftar di atas.',
      'already-member': 'Alamat ini milik {name}, yang sudah ada di tim.',
      'role-missing': 'Pilih perannya.',
    },
    tooMany: tooManyInvitations,
  },
  member: {
    title: 'Atur {name}',
    back: 'Kembali ke tim',
    role: 'Peran',
    save: 'Simpan peran',
    remove: 'Keluarkan dari tim',
    lastOwner:
      'Satu-satunya pemilik tetap pemilik. Jadikan orang lain pemilik dulu, baru peran ini bisa diganti.',
  },
  remove: {
    title: 'Keluarkan {name}?',
    text: '{name} langsung tidak bisa lagi bertindak untuk {organisation}. Yang sudah ia kerjakan tetap ada. Untuk kembali ia perlu undangan baru.',
    confirm: 'Ya, keluarkan',
    cancel: 'Tidak jadi',
  },
  revokePage: {
    title: 'Batalkan undangan ini?',
    text: 'Tautan yang dikirim ke {shown} tidak berlaku lagi, dan alamatnya kami hapus.',
    confirm: 'Ya, batalkan undangan',
  },
  leave: {
    link: 'Keluar dari {name}',
    title: 'Keluar dari {name}?',
    text: 'Anda langsung tidak bisa lagi bertindak untuk {name}. Untuk kembali Anda perlu diundang lagi.',
    confirm: 'Ya, keluar',
    alone:
      'Anda satu-satunya yang mengurus {name}, jadi Anda belum bisa keluar. Undang orang lain, dan jadikan ia pemilik bila perlu.',
  },
  done: {
    invited: 'Undangan ke {shown} sedang dikirim. Ia muncul di daftar anggota setelah menerimanya.',
    invitedSample: 'Undangan ke {shown} dibuat. Ini peragaan: tautannya ada di bawah.',
    role: '{name} sekarang: {role}.',
    removed: 'Orang itu tidak ada lagi di tim ini.',
    revoked: 'Undangan itu tidak berlaku lagi.',
    joined: 'Anda sekarang di tim {name}, sebagai: {role}.',
    start: 'Mulai bekerja',
  },
  refused: {
    'last-owner':
      'Tidak bisa: setiap organisasi perlu paling sedikit satu pemilik. Jadikan orang lain pemilik dulu.',
    'last-member': 'Tidak bisa: penyelenggara perlu paling sedikit satu orang. Undang orang lain dulu.',
    accepted: 'Undangan itu baru saja diterima. Orangnya sekarang ada di daftar anggota.',
    over: 'Undangan itu sudah diterima atau dibatalkan. Tidak ada yang dikirim.',
    tooManyAgain,
  },
  invitation: {
    title: 'Undangan ke {name}',
    metaTitle: 'Undangan',
    metaDescription: 'Undangan untuk bergabung dengan sebuah tim di OPOP Expo.',
    lead: 'Anda diundang bekerja untuk {name} di OPOP Expo, pameran daring pesantren Jawa Barat.',
    from: 'Dari',
    fromGone: 'seseorang yang sudah tidak di sini',
    as: 'Sebagai',
    until: 'Berlaku sampai',
    prove: 'Buktikan bahwa undangan ini untuk Anda',
    proveText: {
      whatsapp: 'Kami mengirim kode enam angka ke WhatsApp {shown}. Hanya yang menerimanya bisa bergabung.',
      mail: 'Kami mengirim kode enam angka ke e-mail {shown}. Hanya yang menerimanya bisa bergabung.',
    },
    agree: 'Persetujuan',
    required: 'wajib',
    optional: 'boleh tidak diisi',
    privacyMore: 'Apa yang disimpan, untuk apa, dan berapa lama',
    consentMissing:
      'Centang persetujuan ini untuk melanjutkan. Tanpa itu kami tidak boleh menyimpan data Anda.',
    sendCode: 'Kirim kode',
    notSent: 'Kode belum dikirim: data sedang tidak bisa dijangkau. Coba lagi sebentar lagi.',
    codeTitle: 'Masukkan kode',
    startAgain: 'Mulai lagi',
    forYou: 'Undangan ini untuk {shown}, alamat Anda.',
    name: 'Nama Anda',
    nameHint: 'Seperti orang memanggil Anda: Ust. Ahmad, Ibu Rina. Tim Anda melihatnya.',
    problems: {
      'name-missing': 'Tulis nama Anda.',
      'name-long': 'Terlalu panjang. Tulis paling banyak 100 huruf.',
    },
    accept: 'Terima undangan',
    notYours: 'Undangan ini bukan untuk akun yang sedang masuk',
    notYoursText:
      'Anda masuk sebagai {name}, sedangkan undangan ini untuk {shown}. Bila alamat itu milik Anda, lanjutkan dengannya: Anda keluar dulu dari akun ini.',
    switch: 'Lanjutkan sebagai {shown}',
    stay: 'Tetap di akun ini',
    over: {
      expired: {
        title: 'Undangan ini sudah lewat waktu',
        text: 'Minta orang yang mengundang Anda dari {name} untuk mengirim ulang: cukup sekali ketuk di halaman timnya.',
      },
      revoked: {
        title: 'Undangan ini sudah dibatalkan',
        text: 'Bila menurut Anda itu keliru, tanyakan kepada orang yang mengundang Anda dari {name}.',
      },
      used: {
        title: 'Undangan ini sudah dipakai',
        text: 'Setiap tautan berlaku satu kali. Bila Anda yang memakainya, masuk saja dengan alamat yang sama. Bila bukan, beri tahu {name}.',
      },
      closed: {
        title: '{name} tidak bisa dimasuki',
        text: 'Organisasi ini sudah tidak aktif di OPOP Expo, jadi undangannya tidak berlaku lagi.',
      },
      unknown: {
        title: 'Tautan undangan ini tidak kami kenal',
        text: 'Mungkin terpotong saat disalin, atau sudah diganti yang lebih baru. Buka tautan di pesan terakhir dari kami, atau minta undangan baru.',
      },
    },
    signIn: 'Masuk',
    home: 'Ke halaman depan',
    toTeam: 'Ke tim Anda',
  },
}
