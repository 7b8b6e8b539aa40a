import type { MessageTab } from '~/domain/message/message-view'
import type { Channel, MessageState, MessageTemplate, SendFailure } from '~/domain/shared/message-enums'
import type { PluralForms } from '../fill'

const messageCount: PluralForms = { other: '{count} pesan' }
const retriedCount: PluralForms = { other: '{count} pesan masuk antrean lagi' }

const templates: Record<MessageTemplate, string> = {
  'sign-in-code': 'Kode masuk',
  'organisation-invitation': 'Undangan ke organisasi',
  'meeting-requested': 'Permintaan pertemuan',
  'meeting-booked': 'Pertemuan terjadwal',
  'meeting-change-proposed': 'Usulan waktu lain',
  'meeting-changed': 'Waktu pertemuan berubah',
  'meeting-declined': 'Pertemuan tidak jadi',
  'meeting-cancelled': 'Pertemuan dibatalkan',
  'meeting-reminder-day': 'Pengingat sehari sebelumnya',
  'meeting-reminder-hour': 'Pengingat sejam sebelumnya',
  'outcome-asked': 'Pertanyaan hasil pertemuan',
  'inquiry-received': 'Pertanyaan pembeli',
  'verification-approved': 'Pendaftaran disetujui',
  'verification-asked-back': 'Pendaftaran perlu dilengkapi',
  'verification-rejected': 'Pendaftaran ditolak',
  'address-changed': 'Alamat diganti',
  'address-added': 'Alamat ditambahkan',
  'address-removed': 'Alamat dilepas',
  'access-given': 'Pemilik lain diberi akses',
  'organisations-merged': 'Organisasi digabung',
  'reply-recorded': 'Jawaban atas WhatsApp',
}

const states: Record<MessageState, string> = {
  waiting: 'Menunggu giliran',
  sending: 'Sedang dikirim',
  sent: 'Terkirim',
  delivered: 'Sampai',
  read: 'Dibaca',
  unknown: 'Belum pasti',
  kept: 'Disimpan di sini',
  demonstration: 'Contoh, tidak dikirim',
  dead: 'Gagal',
  void: 'Tidak perlu lagi',
}

const channels: Record<Channel, string> = { whatsapp: 'WhatsApp', mail: 'Email' }

const tabs: Record<MessageTab, string> = {
  attention: 'Perlu perhatian',
  waiting: 'Menunggu',
  sent: 'Terkirim',
  rest: 'Lainnya',
}

/** Why a message never goes, beside what the services say. */
type NotSent = 'no-address' | 'too-late' | 'erased' | 'words' | 'nobody' | 'expired'

/** What an attempt's end means, and what to do. */
const failures: Record<SendFailure | NotSent, string> = {
  undeliverable: 'Alamat ini tidak menerima pesan. Minta alamat lain kepada penerimanya.',
  'window-closed': 'Batas 24 jam sudah lewat. Hanya templat yang disetujui yang bisa dikirim.',
  rate: 'Terlalu banyak pesan sekaligus. Pesan dikirim lagi sendiri nanti.',
  refused: 'Layanan menolak pesan ini. Periksa alamat dan templatnya.',
  setup: 'Token, templat, atau nomor salah. Perbaiki pengaturannya, lalu kirim lagi.',
  unavailable: 'Layanan sedang terganggu. Pesan dikirim lagi sendiri nanti.',
  'no-answer': 'Layanan tidak menjawab. Pesan mungkin sudah diterima.',
  'no-address': 'Penerima belum punya nomor WhatsApp yang disetujui atau email yang terbukti.',
  'too-late': 'Baru bisa dikirim setelah waktunya lewat. Hubungi penerimanya sendiri.',
  erased: 'Kode atau tautannya sudah dihapus. Buat yang baru.',
  words: 'Isi pesan ini tidak bisa disusun. Beri tahu pengelola sistem.',
  nobody: 'Penerimanya sudah tidak di sini lagi.',
  expired: 'Waktunya sudah lewat sebelum pesan terkirim.',
}

const emptyTitles: Record<MessageTab, string> = {
  attention: 'Tidak ada yang perlu perhatian',
  waiting: 'Tidak ada yang menunggu',
  sent: 'Belum ada yang terkirim',
  rest: 'Tidak ada pesan lain',
}

export const organiserMessages = {
  title: 'Pesan',
  metaDescription: 'Semua pesan OPOP Expo: yang gagal, yang menunggu, dan yang terkirim.',
  templates,
  states,
  channels,
  tabs,
  tabsLabel: 'Daftar pesan',
  failures,
  messageCount,
  figures: {
    title: 'Sekarang',
    waiting: 'Menunggu',
    sentToday: 'Terkirim hari ini',
    failed: 'Gagal atau belum pasti',
    people: 'Penerima WhatsApp dalam 24 jam',
    peopleOf: '{count} dari {limit}',
  },
  channelState: {
    title: 'Layanan',
    works: 'Berjalan. Terakhir dipakai {time}.',
    ready: 'Siap. Belum pernah dipakai.',
    failed: 'Percobaan terakhir gagal {time}: {reason}',
    code: 'Kode {code}',
    notConfiguredWhatsapp:
      'Belum diatur. Pesan disimpan di sini. Isi WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_APP_SECRET, dan WHATSAPP_VERIFY_TOKEN, lalu mulai ulang.',
    notConfiguredMail: 'Belum diatur. Pesan disimpan di sini. Isi SMTP_URL dan MAIL_FROM, lalu mulai ulang.',
    sample: 'Pesan data contoh tidak pernah dikirim. Yang terlihat di sini hanya contoh.',
  },
  filter: {
    label: 'Saring pesan',
    more: 'Saring dan cari',
    template: 'Jenis',
    anyTemplate: 'Semua jenis',
    state: 'Keadaan',
    anyState: 'Semua keadaan',
    channel: 'Layanan',
    anyChannel: 'Semua layanan',
    day: 'Tanggal (WIB)',
    search: 'ID pesan, pertemuan, atau layanan',
    submit: 'Tampilkan',
    clear: 'Hapus saringan',
    searched: 'Hasil pencarian ID',
  },
  list: {
    to: 'Kepada',
    noName: 'Tanpa nama',
    laterAddress: 'dipilih saat dikirim',
    expired: 'Kedaluwarsa',
    retry: 'Kirim lagi',
    retryUnknown: 'Kirim lagi…',
    emptyTitles,
    emptyText: 'Pesan muncul di sini begitu ada yang mengundang, bertemu, atau bertanya.',
    emptyFiltered: 'Ubah atau hapus saringannya.',
  },
  retry: {
    unknownNote: 'Pesan ini mungkin sudah diterima. Bila dikirim lagi, penerima bisa mendapatnya dua kali.',
    unknownConfirm: 'Tetap kirim lagi',
    queued: 'Pesan masuk antrean lagi.',
    expired: 'Waktunya sudah lewat, jadi pesan ini tidak dikirim lagi.',
    changed: 'Keadaannya sudah berubah: {state}.',
    all: 'Kirim lagi semua ({count})',
    allNote: '{count} pesan dengan keadaan "{state}" dan saringan ini masuk antrean lagi.',
    allUnknownNote: '{count} pesan ini mungkin sudah diterima. Sebagian penerima bisa mendapatnya dua kali.',
    allConfirm: 'Ya, kirim lagi {count} pesan',
    progress: retriedCount,
    progressText: '{gone} sudah terkirim, {waiting} menunggu, {failed} gagal.',
    refresh: 'Lihat kemajuannya',
  },
  dead: {
    title: 'Pekerjaan yang gagal',
    text: 'Bukan pesan, melainkan perubahan yang belum diteruskan. Mengulangnya aman.',
    attempts: '{count} kali dicoba',
    retry: 'Ulangi',
    queued: 'Pekerjaan diulangi.',
    more: 'Yang terbaru dari {count} ditampilkan.',
    topics: {
      'product.changed': 'Produk ke pencarian',
      'booth.changed': 'Stan ke pencarian',
      'inquiry.received': 'Kabar pertanyaan pembeli',
      'meeting.changed': 'Kabar perubahan pertemuan',
      'whatsapp.received': 'Jawaban dari WhatsApp',
    },
    otherTopic: 'Pekerjaan lain',
  },
  one: {
    back: 'Semua pesan',
    who: 'Kepada siapa',
    receiver: 'Penerima',
    organisation: 'Untuk organisasi',
    channel: 'Layanan',
    address: 'Alamat',
    language: 'Bahasa',
    about: 'Tentang',
    abouts: {
      meeting: 'Pertemuan',
      inquiry: 'Pertanyaan pembeli',
      organisation: 'Organisasi',
      invitation: 'Undangan',
      person: 'Akun',
    },
    when: 'Kapan',
    written: 'Ditulis',
    due: 'Paling cepat dikirim',
    expires: 'Berlaku sampai',
    settled: 'Selesai',
    failure: 'Sebab',
    fellBack: 'Dialihkan dari {channel}',
    what: 'Isi pesan',
    whatsapp: 'WhatsApp',
    template: 'Templat {name}',
    buttons: 'Tombol',
    mail: 'Email',
    subject: 'Judul',
    hidden: 'Kode dan tautannya disembunyikan.',
    readable:
      'Kode ini hanya terbaca di sini karena belum ada layanan pengirim. Sampaikan hanya kepada penerimanya.',
    erased: 'Isinya sudah dihapus karena masanya lewat.',
    attempts: 'Percobaan',
    attempt: 'Percobaan {number} lewat {channel}',
    noAttempts: 'Belum pernah dicoba.',
    open: 'Belum ada jawaban',
    accepted: 'Diterima layanan',
    status: { sent: 'Terkirim', delivered: 'Sampai', read: 'Dibaca', failed: 'Gagal' },
  },
  log: {
    title: 'Pesan tentang ini',
    empty: 'Belum ada pesan.',
    told: '{name} diberi tahu',
    to: 'kepada {name}',
    unknownSide: 'Pihak lain',
  },
}
