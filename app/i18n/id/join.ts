import type { PluralForms } from '../fill'

const tooManySaved: PluralForms = {
  other: 'Terlalu sering dikirim. Tunggu {count} menit, lalu coba lagi; isian Anda tersimpan.',
}

export const join = {
  title: 'Bergabung',
  metaDescription:
    'Daftarkan pesantren atau perusahaan Anda di OPOP Expo: empat langkah pendek, tersimpan di setiap langkah.',
  lead: 'Empat langkah pendek. Setiap langkah tersimpan, dan bisa Anda lanjutkan di perangkat lain.',
  progress: 'Langkah {step} dari 4',
  steps: { start: 'Siapa Anda', code: 'Kode', who: 'Keterangan', check: 'Periksa' },
  haveAccount: 'Sudah punya akun?',
  signIn: 'Masuk',
  shared:
    'Ini akun contoh yang dipakai bersama, jadi tidak bisa mendaftarkan apa pun. Keluar dulu, lalu bergabung dengan alamat Anda sendiri.',
  kind: 'Anda mewakili siapa?',
  kinds: { pesantren: 'Pesantren', offtaker: 'Perusahaan di Indonesia', buyer: 'Pembeli dari luar negeri' },
  kindHints: {
    pesantren: 'Punya barang atau jasa untuk dijual: mendapat stan di aula.',
    offtaker: 'Membeli rutin dari pesantren: toko, hotel, pemasok, eksportir.',
    buyer: 'Perusahaan di negara lain yang mencari barang dari pesantren.',
  },
  kindMissing: 'Pilih salah satu.',
  where: 'Ke mana kodenya dikirim?',
  agree: 'Persetujuan',
  required: 'wajib',
  optional: 'boleh tidak diisi',
  privacyMore: 'Apa yang disimpan, untuk apa, dan berapa lama',
  consentMissing:
    'Centang persetujuan ini untuk melanjutkan. Tanpa itu kami tidak boleh menyimpan data Anda.',
  sendCode: 'Kirim kode',
  next: 'Lanjut',
  sampleHint:
    'Edisi ini memakai data contoh. Untuk mencoba, pakai e-mail yang berakhir dengan .example; kodenya tampil di halaman, dan yang Anda buat ditandai contoh.',
  tooManySaved,
  fix: 'Perbaiki yang ditandai di bawah. Isian Anda tersimpan.',
  fixStart: 'Perbaiki yang ditandai di bawah; isian lain tetap ada.',
  already: {
    title: 'Anda sudah punya akun',
    text: 'Anda masuk dan bertindak untuk {name}.',
    goOn: 'Ke halaman kerja Anda',
    another: 'Daftarkan pesantren atau perusahaan lain',
  },
  unfinished: {
    text: 'Pendaftaran Anda belum selesai.',
    goOn: 'Lanjutkan dari langkah terakhir',
  },
  who: {
    titles: { pesantren: 'Pesantren Anda', offtaker: 'Perusahaan Anda', buyer: 'Perusahaan Anda' },
    you: 'Anda',
    personName: 'Nama Anda',
    personNameHint: 'Seperti orang memanggil Anda: Ust. Ahmad, Ibu Rina.',
    organisation: { pesantren: 'Pesantren', offtaker: 'Perusahaan', buyer: 'Perusahaan' },
    name: { pesantren: 'Nama pesantren', offtaker: 'Nama perusahaan', buyer: 'Nama perusahaan' },
    nameHint: {
      pesantren: 'Seperti di papan namanya, tanpa “Pondok Pesantren”.',
      offtaker: 'Seperti mitra Anda mengenalnya.',
      buyer: 'Dengan huruf Latin.',
    },
    nameSample: 'Data contoh memakai angka di namanya: Al-Falah 31.',
    nameArabic: 'Nama dalam huruf Arab',
    regency: 'Kabupaten atau kota',
    chooseRegency: 'Pilih kabupaten atau kota',
    district: 'Kecamatan',
    chooseDistrict: 'Pilih kecamatan',
    districtFirst: 'Pilih kabupaten atau kota dulu',
    showDistricts: 'Tampilkan kecamatan',
    field: 'Bidang usaha',
    chooseField: 'Pilih bidang',
    whatsapp: 'WhatsApp stan',
    whatsappHint:
      'Pembeli menghubungi stan lewat nomor ini. Nomornya tidak tampil di halaman. Boleh dikosongkan: pembeli lalu menulis lewat formulir.',
    whatsappSample: 'Data contoh tidak memakai nomor WhatsApp.',
    country: 'Negara',
    chooseCountry: 'Pilih negara',
    buys: 'Yang Anda beli',
    buysHint: 'Barang dan kira-kira jumlahnya: madu 200 kg sebulan, kopi, busana anak.',
    save: 'Simpan dan lanjut',
    changeKind: 'Ubah jenisnya',
    problems: {
      'person-name-missing': 'Tulis nama Anda.',
      'name-missing': 'Tulis namanya dengan huruf Latin, misalnya Al-Falah.',
      'name-number': 'Tambahkan angka, misalnya Al-Falah 31: begitu data contoh dikenali.',
      'arabic-wrong': 'Tulis dengan huruf Arab, atau kosongkan.',
      'regency-missing': 'Pilih kabupaten atau kota.',
      'district-missing': 'Pilih kecamatan.',
      'field-missing': 'Pilih bidang usaha yang paling dekat.',
      'whatsapp-wrong': 'Nomor ini tidak bisa dihubungi. Tulis misalnya 0812 3456 7890, atau kosongkan.',
      'country-missing': 'Pilih negara.',
      'country-home': 'Perusahaan di Indonesia mendaftar sebagai “Perusahaan di Indonesia”: ubah jenisnya.',
      'buys-missing': 'Tulis apa yang Anda beli, misalnya: madu dan kopi.',
      'too-long': 'Terlalu panjang. Persingkat sedikit.',
    },
  },
  check: {
    title: 'Periksa dan kirim',
    change: 'Ubah',
    notStated: 'tidak diisi',
    similar: 'Apakah pesantren Anda salah satu dari ini?',
    similarText:
      'Nama ini mirip dengan yang sudah ada. Jika salah satunya pesantren Anda, pilih itu: tidak perlu mendaftar dua kali.',
    none: 'Bukan, pesantren kami belum ada di sini',
    claimNote: 'Bagaimana penyelenggara bisa tahu?',
    claimNoteHint:
      'Diisi bila Anda memilih pesantren di atas: tugas Anda di sana, dan siapa yang mengenal Anda.',
    claimShared:
      'Pesantren itu dipakai akun contoh bersama, jadi tidak bisa diakui. Pilih yang lain, atau “Bukan”.',
    claimMissing: 'Pilih salah satu, atau “Bukan”.',
    noteMissing: 'Tulis tugas Anda di pesantren itu, atau siapa di sana yang mengenal Anda.',
    noteTooLong: 'Terlalu panjang. Persingkat sedikit.',
    nextTitle: 'Setelah Anda kirim',
    next: {
      looks:
        'Penyelenggara memeriksa keterangan Anda. Jawabannya datang lewat pesan, dan tampil di halaman Anda.',
      pesantren:
        'Sementara itu Anda sudah bisa menyiapkan produk dan waktu terbuka. Stan dan produk baru tampil setelah disetujui.',
      offtaker:
        'Sementara itu Anda sudah bisa menyatakan kebutuhan, melihat pesantren yang cocok, dan meminta sampai tiga pertemuan. Memesan langsung bisa setelah disetujui.',
      buyer:
        'Sementara itu Anda sudah bisa menyatakan kebutuhan, melihat pesantren yang cocok, dan meminta sampai tiga pertemuan. Memesan langsung bisa setelah disetujui.',
    },
    submit: 'Kirim pendaftaran',
  },
  done: {
    title: 'Pendaftaran terkirim',
    text: '{name} menunggu persetujuan penyelenggara. Jawabannya datang lewat pesan.',
    claimText:
      'Penyelenggara memeriksa apakah Anda boleh mengurus {name}. Jawabannya datang lewat pesan; sampai saat itu tidak ada yang berubah.',
    meanwhile: 'Yang sudah bisa Anda lakukan',
    products: 'Siapkan produk pertama',
    openTimes: 'Atur waktu terbuka',
    need: 'Nyatakan kebutuhan',
    hall: 'Masuk aula',
    search: 'Cari produk',
    verification: 'Lihat status pendaftaran',
    account: 'Akun Anda',
  },
}
