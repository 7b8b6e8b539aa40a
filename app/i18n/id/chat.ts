/** Turning to a booth: the WhatsApp draft and the inquiry form. */
export const chat = {
  contact: 'Hubungi pesantren',
  chat: 'Chat di WhatsApp',
  chatShort: 'WhatsApp',
  write: 'Tulis pesan',
  draftTitle: 'Pesan Anda, bisa diubah di WhatsApp',
  draftAlsoIndonesian: '',
  demonstrationTitle: 'Di sini WhatsApp akan terbuka',
  demonstration: 'Peragaan',
  demonstrationText: (booth: string) =>
    `${booth} adalah pesantren contoh: tidak ada nomornya dan tidak ada yang membaca pesan ini. Pada pesantren sungguhan, WhatsApp terbuka dengan pesan berikut, yang masih bisa Anda ubah sebelum dikirim.`,
  back: 'Kembali',
  inquiryTitle: (booth: string) => `Tulis kepada ${booth}`,
  inquiryAbout: 'Tentang',
  inquiryIntro:
    'Pesan Anda masuk ke kotak pesan pesantren ini. Jawabannya datang lewat e-mail atau telepon Anda.',
  inquirySample: 'Ini pesantren contoh: pesan Anda dicatat sebagai contoh dan tidak dibaca siapa pun.',
  name: 'Nama Anda',
  email: 'E-mail',
  phone: 'Telepon atau WhatsApp',
  phoneHint: 'Nomor luar Indonesia: awali dengan kode negara, misalnya +966.',
  oneIsEnough: 'E-mail atau telepon, salah satu cukup.',
  quantity: 'Jumlah (boleh kosong)',
  message: 'Pesan',
  messageHint: 'Sebutkan tujuan, waktu, dan kemasan yang Anda perlukan.',
  send: 'Kirim pesan',
  privacy:
    'Nama dan kontak Anda hanya dipakai untuk menjawab pesan ini, dan hanya dilihat pesantren ini serta penyelenggara.',
  website: 'Biarkan kosong',
  fixErrors: 'Pesan belum terkirim. Perbaiki yang ditandai; isian lain tetap ada.',
  tooMany: (minutes: number) =>
    `Anda sudah menulis beberapa kali kepada stan ini. Coba lagi dalam ${minutes} menit; isian Anda tetap ada.`,
  problems: {
    'name-missing': 'Tulis nama Anda.',
    'contact-missing': 'Tulis e-mail atau telepon, agar bisa dijawab.',
    'email-wrong': 'Alamat e-mail ini belum lengkap, misalnya nama@contoh.com.',
    'phone-wrong': 'Nomor ini tidak bisa dihubungi. Periksa angkanya, atau awali dengan kode negara.',
    'message-short': 'Tulis sedikit lebih banyak, paling sedikit 10 huruf.',
    'too-long': 'Terlalu panjang. Ringkaskan.',
    'quantity-wrong': 'Tulis jumlah dalam angka bulat, misalnya 240.',
  },
  sentTitle: 'Pesan Anda sudah masuk',
  sentText: (booth: string) =>
    `${booth} menerimanya di kotak pesannya dan menjawab langsung kepada Anda. Anda tidak perlu mengirimnya lagi.`,
  sentSample: 'Karena ini pesantren contoh, tidak ada yang akan menjawab.',
  metaDescription: 'Tulis kepada pesantren di OPOP Expo.',
}
