export const errors = {
  tryAgain: 'Coba lagi',
  'not-found': {
    title: 'Halaman ini tidak ada',
    text: 'Mungkin alamatnya salah ketik, atau stan dan produknya sudah ditutup. Anda bisa mencarinya lagi.',
  },
  'bad-request': {
    title: 'Kiriman tidak terbaca',
    text: 'Isinya tidak lengkap atau bentuknya tidak dikenal. Buka lagi halamannya, lalu kirim ulang.',
  },
  forbidden: {
    title: 'Permintaan ini ditolak',
    text: 'Permintaan datang dari luar situs ini, atau Anda tidak berhak. Tidak ada yang berubah. Buka halamannya di sini, lalu coba lagi.',
  },
  conflict: {
    title: 'Data ini baru saja berubah',
    text: 'Orang lain mengubahnya lebih dulu. Tidak ada yang hilang. Muat ulang, lalu coba lagi.',
  },
  'too-many-requests': {
    title: 'Terlalu banyak permintaan',
    text: 'Tunggu beberapa menit, lalu coba lagi. Tidak ada yang hilang.',
  },
  'too-large': {
    title: 'Kiriman terlalu besar',
    text: 'Kurangi isinya, lalu kirim lagi.',
  },
  unavailable: {
    title: 'Data sedang tidak bisa dibuka',
    text: 'Gangguan ada di pihak kami dan biasanya selesai dalam beberapa detik. Yang tersimpan sebelumnya aman; yang baru saja Anda kirim mungkin perlu dikirim lagi.',
  },
  failed: {
    title: 'Ada yang rusak di pihak kami',
    text: 'Kami sudah mencatatnya. Yang tersimpan sebelumnya aman; yang baru saja Anda kirim mungkin perlu dikirim lagi. Coba lagi, atau lanjutkan dari beranda.',
  },
}
