export const privacy = {
  title: 'Data pribadi Anda',
  /** What is agreed to, kept word for word. Change PRIVACY_TEXT_VERSION with any of these. */
  consents: {
    privacy:
      'Saya setuju OPOP Expo menyimpan nama, nomor WhatsApp atau e-mail, dan apa yang saya isi di sini, untuk menjalankan akun saya dan mempertemukan saya dengan pesantren dan pembeli. Persetujuan ini bisa saya tarik kapan saja dengan menghapus akun saya.',
    whatsapp:
      'Saya mau menerima pesan tentang pertemuan, pertanyaan, dan akun saya lewat WhatsApp. Bukan iklan. Bisa saya hentikan kapan saja di halaman akun saya.',
  },
  metaDescription:
    'Data pribadi apa yang OPOP Expo simpan, mengapa, berapa lama, siapa yang melihatnya, dan hak Anda menurut UU No. 27 Tahun 2022.',
  lead: 'Halaman ini mengatakan data pribadi apa yang kami simpan, mengapa, dan berapa lama. Kami mengikuti Undang-Undang No. 27 Tahun 2022 tentang Pelindungan Data Pribadi (UU PDP).',
  short: {
    title: 'Ringkasnya',
    one: 'Anda bisa melihat stan, produk, dan pencarian tanpa akun.',
    two: 'Kami tidak memasang iklan, tidak melacak Anda di situs lain, dan tidak menjual data.',
    three:
      'Anda bisa mengunduh, memperbaiki, dan menghapus data Anda sendiri, tanpa meminta kepada siapa pun.',
  },
  kept: {
    title: 'Apa yang disimpan',
    why: 'Untuk apa',
    basis: 'Dasar',
    long: 'Berapa lama',
    who: 'Siapa yang melihat',
  },
  bases: {
    consent: 'Persetujuan Anda (Pasal 20)',
    contract: 'Menjalankan layanan yang Anda minta (Pasal 20)',
    interest: 'Kepentingan yang sah: keamanan dan catatan pameran (Pasal 20)',
  },
  rows: {
    account: {
      what: 'Nama, nomor WhatsApp, e-mail, bahasa, dan zona waktu Anda',
      why: 'Menjalankan akun Anda dan mengirim kabar kepada Anda.',
      long: 'Sampai Anda menghapus akun.',
      who: 'Anda. Nama Anda: rekan seorganisasi, pihak yang bertemu dengan Anda, dan penyelenggara. Nomor dan e-mail lengkap: penyelenggara, untuk memeriksa pendaftaran dan menghubungi Anda. Pemilik organisasi Anda melihat e-mail Anda, dan nomor Anda yang disamarkan sebagian; anggota lain tidak. Pihak lain sebuah pertemuan tidak melihatnya di halaman kami, tetapi bisa membuka chat WhatsApp dengan Anda lewat tombol, dan di sana nomor Anda terlihat.',
    },
    password: {
      what: 'Kata sandi (bila Anda membuatnya) dan sesi masuk',
      why: 'Supaya hanya Anda yang masuk. Kata sandi disimpan sebagai sidik yang tidak bisa dibaca; sesi tanpa alamat internet dan tanpa nama peramban.',
      long: 'Sesi: 30 hari sejak terakhir dipakai, atau sampai Anda keluar.',
      who: 'Hanya Anda.',
    },
    codes: {
      what: 'Kode enam angka',
      why: 'Membuktikan bahwa nomor atau e-mail itu milik Anda.',
      long: 'Berlaku 10 menit; catatannya dihapus setelah sehari.',
      who: 'Hanya Anda; tersimpan sebagai sidik.',
    },
    consents: {
      what: 'Persetujuan Anda: kalimatnya, tanggalnya, dan kapan ditarik',
      why: 'Bukti bahwa kami boleh menyimpan dan mengirim.',
      long: 'Tetap ada setelah akun dihapus, tanpa nama dan alamat Anda.',
      who: 'Anda.',
    },
    dealings: {
      what: 'Kebutuhan, pertemuan, dan hasilnya, serta siapa yang mencatatnya',
      why: 'Mempertemukan usaha dan mencatat janji dagang.',
      long: 'Selama pameran membutuhkannya. Setelah akun dihapus: tanpa nama Anda.',
      who: 'Para pihak pertemuan itu dan penyelenggara. Kebutuhan: organisasi Anda dan penyelenggara; garis besarnya dilihat pesantren yang Anda ajak bertemu.',
    },
    messages: {
      what: 'Pesan kepada Anda: isi, tujuan, dan apakah sampai',
      why: 'Mengirim kode, kabar pertemuan, dan pengingat. Pesan dikirim lewat WhatsApp (Meta) atau layanan e-mail, yang menerima alamat dan isinya.',
      long: 'Isi dan tujuan dihapus {messages} hari setelah selesai; kode dan tautan segera setelah waktunya habis. Kabar sampai dari WhatsApp: {statuses} hari. Balasan Anda di WhatsApp dihapus begitu diproses, dan nomor pengirimnya setelah {received} hari.',
      who: 'Anda, dan penyelenggara, yang bisa membacanya untuk menolong bila ada yang tidak sampai. Kode dan tautan tidak bisa dibacanya, kecuali selama layanan pengiriman belum dipasang.',
    },
    inquiries: {
      what: 'Pertanyaan lewat formulir: pesan, nama, e-mail, atau nomor Anda',
      why: 'Supaya pesantren bisa menjawab Anda.',
      long: '{inquiries} hari; setelah itu hanya tersisa bahwa ada yang bertanya. Chat yang Anda buka di WhatsApp tidak kami simpan isinya.',
      who: 'Pesantren yang Anda tanyai. Penyelenggara hanya melihat nama dan barangnya, dalam pesan pemberitahuannya.',
    },
    samples: {
      what: 'Sampel yang Anda pesan: alamat kirim, nama penerima, nomor telepon, pembayaran, dan kata Anda tentang sampelnya',
      why: 'Mengirim sampel, menerima pembayaran, dan mengembalikan uang. Kartu dibayar di halaman Stripe; nomor kartu tidak pernah sampai kepada kami. Bukti transfer hanya gambar yang Anda kirim.',
      long: 'Alamat, catatan, dan bukti transfer: {samples} hari setelah sampel diterima atau pesanan berakhir, atau saat Anda menghapus akun. Bila paket sudah dibayar dan belum dikirim, alamatnya tetap sampai paket berangkat. Jumlah uang dalam pembukuan tetap ada, tanpa nama Anda.',
      who: 'Anda dan rekan seorganisasi Anda. Pesantren: alamat dan nomor sejak pesanan dibayar sampai 90 hari setelah diterima atau berakhir. Penyelenggara. Stripe, bila Anda membayar dengan kartu.',
    },
    joining: {
      what: 'Pendaftaran yang belum selesai, undangan, dan catatan verifikasi',
      why: 'Supaya Anda bisa melanjutkan, dan penyelenggara tahu siapa yang masuk.',
      long: 'Pendaftaran: {joinings} hari tanpa dilanjutkan. Alamat undangan: sampai diterima, dibatalkan, atau habis waktunya. Catatan pengakuan: {claims} hari setelah diputuskan.',
      who: 'Anda, organisasi itu, dan penyelenggara.',
    },
    studio: {
      what: 'Isi stan dan produk, foto, sertifikat, dan siapa yang mengubahnya kapan',
      why: 'Menampilkan stan, dan supaya isian yang keliru bisa dikembalikan. Foto dibuat ulang tanpa catatan kamera dan tempat pengambilannya; file asli yang dikirim dihapus.',
      long: 'Selama stan ada. Foto yang dikeluarkan: sehari. Setelah akun dihapus, riwayat tanpa nama Anda.',
      who: 'Semua orang: stan, produk, dan foto yang terbit. Riwayat: rekan sepesantren. Sertifikat: rekan sepesantren dan penyelenggara.',
    },
    visits: {
      what: 'Hitungan kunjungan stan dan produk, per hari',
      why: 'Supaya pesantren tahu apakah stannya dilihat. Dihitung di server tanpa cookie dan tanpa program di halaman: siapa yang datang hanya menjadi sidik di memori selama setengah jam, dan tidak pernah ditulis.',
      long: 'Yang tersimpan hanya jumlah, tanpa apa pun tentang pengunjungnya; jumlah itu tetap ada.',
      who: 'Pesantren itu.',
    },
    safety: {
      what: 'Hitungan percobaan masuk dan catatan teknis',
      why: 'Menahan penyalahgunaan dan menemukan gangguan. Alamat internet hanya menjadi sidik; catatan teknis tidak memuat nama, alamat, atau isi.',
      long: 'Hitungan: paling lama 30 hari.',
      who: 'Pengelola sistem.',
    },
  },
  cookies: {
    title: 'Cookie',
    text: 'Hanya yang perlu: sesi masuk, tanda bahwa Anda pernah masuk di perangkat ini, bahasa, zona waktu perangkat, dan rak simpanan Anda. Tidak ada cookie pihak lain.',
  },
  automatic: {
    title: 'Pencocokan',
    text: 'Sistem mengurutkan produk yang cocok dengan kebutuhan usaha dari ukuran yang ditampilkan di halamannya. Tidak ada keputusan tentang diri Anda yang dibuat oleh sistem; verifikasi diputuskan oleh orang.',
  },
  rights: {
    title: 'Hak Anda',
    intro: 'UU PDP memberi Anda hak-hak ini (Pasal 5 sampai 13). Sebagian besar bisa langsung Anda pakai:',
    know: 'Tahu apa yang disimpan dan mendapat salinannya, dalam bentuk yang bisa dibaca mesin: unduh di akun Anda.',
    correct: 'Memperbaiki dan melengkapi: ubah di akun Anda.',
    withdraw: 'Menarik persetujuan: matikan WhatsApp di akun Anda, atau hapus akun.',
    erase: 'Menghapus: hapus akun Anda; berlaku saat itu juga.',
    object:
      'Membatasi, menunda, atau keberatan, dan hal lain yang tidak bisa Anda lakukan sendiri: hubungi penyelenggara.',
    account: 'Buka akun saya',
  },
  contact: {
    title: 'Siapa yang bertanggung jawab',
    organiser: 'Penyelenggara pameran ini: {name}.',
    none: 'Penyelenggara pameran ini belum menuliskan namanya di sini.',
    how: 'Belum ada alamat kontak penyelenggara yang tercatat di sistem ini; tanyakan kepada orang yang mengundang Anda ke pameran.',
    sample: 'Edisi ini memakai data contoh; organisasi dan orangnya rekaan.',
  },
  version: 'Kalimat persetujuan versi {version}.',
}
