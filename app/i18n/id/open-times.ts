import type { OpenTimesProblem } from '~/domain/meeting/open-times.schema'
import type { PluralForms } from '../fill'

const previewCount: PluralForms = { other: '{count} waktu bisa dipilih pembeli, {from} sampai {to}.' }
const previewTaken: PluralForms = { other: '{count} waktu lain sudah terisi pertemuan.' }
const outside: PluralForms = {
  other:
    '{count} pertemuan yang sudah disepakati ada di luar waktu terbuka ini. Pertemuan itu tetap berlaku; bila tidak bisa hadir, ubah atau batalkan di halaman Pertemuan.',
}
const exceptionMeetings: PluralForms = {
  other:
    'Pada waktu itu ada {count} pertemuan yang sudah disepakati. Pertemuan itu tetap berlaku; bila tidak bisa hadir, ubah atau batalkan di halaman Pertemuan.',
}
const minutes: PluralForms = { other: '{count} menit' }
const hours: PluralForms = { other: '{count} jam sebelumnya' }
const seatInUse: PluralForms = {
  other:
    'Wakil kedua masih punya {count} pertemuan sampai {until}. Tunggu sampai selesai, atau ubah pertemuan itu dulu. Belum ada yang disimpan.',
}

const problems: Record<OpenTimesProblem, string> = {
  half: 'Isi kedua jamnya, atau kosongkan keduanya untuk menghapus baris ini.',
  'not-a-time': 'Tulis jam seperti 09:30.',
  order: 'Jam selesai harus setelah jam mulai. Periksa lagi.',
  overlap: 'Bertumpuk dengan waktu lain di hari ini. Ubah jamnya, atau gabungkan.',
  'too-short': 'Lebih pendek dari satu pertemuan. Perpanjang waktunya, atau pendekkan pertemuan.',
  'too-long': 'Nama terlalu panjang. Singkatkan sedikit.',
  choose: 'Pilih salah satu.',
  'day-missing': 'Pilih tanggalnya.',
  'day-past': 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.',
  'day-far': 'Terlalu jauh. Pilih tanggal dalam satu tahun ke depan.',
  'exception-there': 'Sudah ada perubahan pada jam itu. Hapus dulu yang lama di daftar.',
  'kind-missing': 'Pilih: tutup atau buka.',
  'seat-in-use': 'Wakil kedua masih punya pertemuan.',
}

export const openTimes = {
  title: 'Waktu terbuka',
  metaDescription: 'Kapan pesantren Anda bisa ditemui pembeli.',
  lead: 'Tentukan kapan pembeli boleh menemui Anda. Semua jam di halaman ini WIB.',
  readOnly: 'Anda hanya bisa melihat. Pemilik atau penyunting pesantren dapat mengubahnya.',
  loading: 'Menyimpan…',
  save: 'Simpan waktu',
  saved: 'Tersimpan',
  savedText: 'Sudah berlaku bagi pembeli.',
  failed: 'Belum disimpan. Perbaiki yang ditandai di bawah; isian Anda tetap ada.',
  unsavedLines: 'Baris sudah diubah di bawah, tetapi belum disimpan. Tekan "Simpan waktu" bila sudah benar.',
  changed:
    'Rekan Anda baru saja menyimpan waktu lain. Isian Anda masih ada di sini. Bandingkan dengan "Yang dilihat pembeli", lalu simpan lagi bila isian Anda yang benar.',
  seatInUse,
  outside,
  toMeetings: 'Ke Pertemuan',
  weekly: {
    title: 'Setiap minggu',
    hint: 'Isi jam mulai dan jam selesai. Kosongkan keduanya bila hari itu tutup.',
    from: '{day}, dari jam',
    to: '{day}, sampai jam',
    add: 'Tambah waktu',
    addFor: 'Tambah waktu hari {day}',
    remove: 'Hapus waktu {day} baris {line}',
    copy: 'Salin Senin ke Selasa–Jumat',
    closed: 'Tutup',
  },
  days: {
    1: 'Senin',
    2: 'Selasa',
    3: 'Rabu',
    4: 'Kamis',
    5: 'Jumat',
    6: 'Sabtu',
    7: 'Minggu',
  },
  how: {
    title: 'Cara bertemu',
    length: 'Lama satu pertemuan',
    gap: 'Jeda setelahnya',
    minutes,
    noGap: 'Tanpa jeda',
    notice: 'Paling lambat dipesan',
    hours,
    anyTime: 'Kapan saja',
    way: 'Lewat apa',
    ways: { whatsapp: 'Panggilan WhatsApp', room: 'Ruang daring pameran' },
    wayHints: {
      whatsapp: 'Pembeli menelepon nomor WhatsApp pesantren lewat tombol di halaman pertemuan.',
      room: 'Kami sediakan satu ruang untuk tiap pertemuan, selama masih ada yang kosong.',
    },
  },
  who: {
    title: 'Siapa yang menemui',
    count: 'Berapa pertemuan bisa berjalan bersamaan',
    one: 'Satu wakil, satu pertemuan',
    two: 'Dua wakil, dua pertemuan bersamaan',
    name1: 'Nama wakil pertama',
    name2: 'Nama wakil kedua',
    nameHint: 'Misalnya Ust. Ahmad. Boleh kosong.',
    unnamed: 'Wakil {number}',
  },
  instant: {
    title: 'Pemesanan langsung',
    label: 'Ya, pembeli boleh langsung memesan waktu di atas',
    means:
      'Begitu pembeli memilih satu waktu, pertemuannya sudah pasti; Anda tidak perlu menjawab lagi. Anda tetap bisa memindahkan atau membatalkannya dengan alasan.',
    without:
      'Tanpa centang ini, pembeli mengirim permintaan dan Anda menjawab ya atau tidak. Waktunya belum terisi sebelum Anda menjawab.',
    recorded: 'Persetujuan ini dicatat dengan nama Anda dan tanggal hari ini.',
    since: 'Disetujui {date} oleh {name}.',
    sinceUnnamed: 'Disetujui {date}.',
    off: 'Belum disetujui: pembeli mengirim permintaan dulu.',
    on: 'Pembeli langsung memesan waktu yang terbuka.',
  },
  free: {
    title: 'Yang selalu dikosongkan',
    prayers: 'Waktu salat',
    prayersHint:
      'Subuh, Zuhur, Asar, Magrib, Isya, dan Jumat siang. Dihitung tiap hari untuk kabupaten atau kota Anda.',
    holidays: 'Libur nasional',
    holidaysHint:
      'Dihitung dari kalender; bisa berbeda sehari dari pengumuman pemerintah, dan cuti bersama tidak termasuk. Ubah harinya di "Hari yang berbeda".',
    holidaysNext: 'Berikutnya: {days}.',
    kept: 'dikosongkan',
    notKept: 'tidak dikosongkan',
  },
  preview: {
    title: 'Yang dilihat pembeli',
    count: previewCount,
    taken: previewTaken,
    none: 'Tidak ada waktu yang bisa dipilih, {from} sampai {to}.',
    empty: 'Anda belum membuka waktu. Pembeli masih bisa mengusulkan waktu sendiri, dan Anda menjawabnya.',
    asSaved: 'Menurut yang terakhir disimpan, dalam WIB.',
    dayEmpty: 'tidak ada',
    holiday: 'libur nasional',
    closedDay: 'tutup',
  },
  exceptions: {
    title: 'Hari yang berbeda',
    hint: 'Untuk libur pesantren, ujian, atau hari tambahan. Langsung berlaku, tidak perlu disimpan lagi.',
    none: 'Belum ada hari yang berbeda.',
    wholeDay: 'Tutup seharian',
    closed: 'Tutup {times}',
    open: 'Buka {times}',
    remove: 'Hapus',
    removeFor: 'Hapus {day}',
    added: 'Ditambahkan: {what}.',
    removed: 'Dihapus: {what}.',
    gone: 'Hari itu sudah tidak ada di daftar.',
    undo: 'Kembalikan',
    addTitle: 'Tambah hari',
    choice: 'Apa yang berbeda',
    choices: { 'closed-day': 'Tutup seharian', 'closed-part': 'Tutup sebagian', open: 'Buka tambahan' },
    day: 'Tanggal',
    from: 'Dari jam',
    to: 'Sampai jam',
    add: 'Tambahkan',
    tooMany: 'Sudah terlalu banyak hari di daftar. Hapus yang tidak perlu.',
    meetings: exceptionMeetings,
  },
  problems,
}
