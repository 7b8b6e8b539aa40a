export const matching = {
  title: 'Temu bisnis',
  metaDescription:
    'Apa itu temu bisnis OPOP, siapa yang datang, berapa nilainya menurut tahun, dan apa yang bisa Anda lakukan hari ini.',
  lead: 'Pembeli yang butuh barang rutin, disebut offtaker, duduk semeja dengan pesantren yang bisa membuatnya. Mereka menyepakati contoh barang, harga, jumlah dan jadwal.',
  who: 'Siapa yang datang',
  whoSellers: 'Pesantren yang lolos seleksi, masing-masing dua wakil.',
  whoBuyers: 'Toko dan jaringan ritel, hotel dan restoran, pemasok, eksportir, perusahaan daerah.',
  whoAbroad:
    'Perwakilan Indonesia di luar negeri pernah memilih produk yang dibutuhkan negaranya, dan pembeli disambungkan dengan pesantren lewat WhatsApp (2020).',
  between:
    'Pesantren juga saling membeli: hasil yang satu menjadi bahan baku yang lain, dan panen beberapa pesantren digabung untuk satu pembeli.',
  years: 'Yang tercatat menurut tahun',
  today: 'Yang bisa Anda lakukan hari ini',
  todayNeed:
    'Tulis kebutuhan Anda sekali: pesantren yang kapasitasnya cocok muncul beserta alasannya dan waktu untuk bertemu. Bila satu saja tidak cukup, diusulkan beberapa yang berdekatan dan bersama sanggup.',
  todayNeedLink: 'Nyatakan kebutuhan',
  todayJoin: 'Daftarkan pesantren atau perusahaan Anda: empat langkah pendek, di ponsel pun selesai.',
  todayJoinLink: 'Daftar',
  todaySearch: 'Cari produk dan bandingkan harga, minimum, dan kapasitas bebasnya.',
  todaySearchLink: 'Cari produk',
  todayHall: 'Berjalan di aula dan kunjungi paviliun daerah.',
  todayHallLink: 'Masuk aula',
  todayChat: 'Hubungi pembuatnya lewat WhatsApp dari halaman produk atau stannya.',
  todayShelf: 'Simpan yang menarik di rak Anda, tanpa akun.',
  todayShelfLink: 'Rak saya',
}
