import type { PluralForms } from '../fill'

const pavilionCount: PluralForms = { other: '{count} paviliun' }

export const organiserPavilions = {
  title: 'Tampilan paviliun',
  metaDescription: 'Motif, atap, dan warna tiap paviliun di aula.',
  text: 'Setiap kabupaten dan kota punya paviliun dengan motif, atap, dan warnanya sendiri. Usulan awal kami hati-hati: bila perajin setempat lebih tahu, ubah di sini.',
  count: pavilionCount,
  numbered: 'Paviliun {number}',
  suggested: 'usulan awal',
  changedOn: 'diubah {time}',
  change: 'Ubah',
  changeNamed: 'Ubah tampilan {name}',
  empty: 'Belum ada aula yang dibuka.',
  emptyText: 'Paviliun muncul di sini begitu sebuah edisi dibuka.',
  back: 'Semua paviliun',
  preview: 'Beginilah stannya nanti',
  previewOf: 'Gambar stan: motif {motif}, atap {roof}, warna {colour} dan {accent}',
  show: 'Lihat dulu',
  motif: 'Motif',
  motifs: {
    megamendung: {
      name: 'Mega mendung',
      meaning: 'Awan hujan bergradasi, batik Cirebon yang paling dikenal.',
    },
    complongan: {
      name: 'Complongan',
      meaning: 'Titik-titik yang ditusuk dengan jarum pada malam, ciri batik pesisir Indramayu.',
    },
    gumading: {
      name: 'Gumading',
      meaning: 'Kuning gading, warna yang khas pada garutan, batik Garut. Sulur daunnya gambar kami sendiri.',
    },
    'payung-geulis': {
      name: 'Payung geulis',
      meaning: 'Payung kertas lukis Kota Tasikmalaya, dilihat dari atas.',
    },
    'pandan-weave': {
      name: 'Anyaman pandan',
      meaning: 'Tikar dan tas pandan dari Rajapolah, Kabupaten Tasikmalaya.',
    },
    'roof-tile': { name: 'Genteng', meaning: 'Genteng Jatiwangi di Majalengka.' },
    plered: { name: 'Gerabah Plered', meaning: 'Tembikar dari Plered di Purwakarta.' },
    'bamboo-angklung': {
      name: 'Angklung bambu',
      meaning: 'Alat musik bambu orang Sunda, akrab di Bandung dan sekitarnya.',
    },
    'bamboo-weave': {
      name: 'Bilik bambu',
      meaning: 'Dinding anyaman bambu, ada di seluruh provinsi. Pilihan bila motif khas belum jelas.',
    },
  },
  roof: 'Atap',
  roofs: {
    'julang-ngapak': {
      name: 'Julang ngapak',
      meaning: 'Atap Sunda “seperti burung julang mengepakkan sayap”, dari dataran tinggi Priangan.',
    },
    awning: { name: 'Tenda miring', meaning: 'Kain peneduh yang miring, seperti di pasar-pasar pesisir.' },
    gable: { name: 'Pelana', meaning: 'Atap pelana sederhana dari dataran rendah.' },
  },
  colour: 'Warna kain dan papan nama',
  colourHint: 'Cukup gelap untuk huruf krem. Enam angka heksadesimal, misalnya #22417a.',
  accent: 'Warna atap dan garis',
  accentHint: 'Terlihat jelas di samping warna kain.',
  pick: '{label}: pilih dari palet',
  lettering: 'Kontras huruf {ratio}:1; perlu paling sedikit {least}:1.',
  edging: 'Kontras dengan kain {ratio}:1; perlu paling sedikit {least}:1.',
  problems: {
    choice: 'Pilih salah satu.',
    'colour-form': 'Ini bukan warna. Tulis enam angka heksadesimal, misalnya #22417a.',
    'letters-faint':
      'Huruf krem tidak terbaca di warna ini: kontrasnya {ratio}:1, perlu {least}:1. Pilih yang lebih gelap.',
    'accent-faint':
      'Terlalu mirip dengan warna kain: kontrasnya {ratio}:1, perlu {least}:1. Pilih yang lebih terang.',
  },
  fix: 'Perbaiki yang ditandai di bawah. Belum ada yang disimpan.',
  save: 'Simpan',
  first: 'Kembali ke usulan awal',
  filledFirst: 'Formulir menampilkan usulan awal. Tampilan itu berlaku setelah Anda menyimpannya.',
  filledEarlier: 'Formulir menampilkan tampilan terdahulu. Tampilan itu berlaku setelah Anda menyimpannya.',
  shown: 'Ini baru pratinjau. Belum ada yang disimpan.',
  changed:
    'Ada yang mengubah paviliun ini sejak Anda membuka halaman ini. Pilihan Anda masih di formulir; tampilan yang sekarang ada di riwayat di bawah. Simpan lagi bila pilihan Anda yang berlaku.',
  done: {
    saved: 'Tersimpan. Pengunjung yang masuk aula mulai sekarang melihatnya.',
    same: 'Paviliun ini sudah tampil begitu; tidak ada yang berubah.',
  },
  see: 'Lihat di aula',
  history: 'Riwayat',
  noHistory: 'Belum pernah diubah: inilah usulan awal.',
  by: '{name}, {time}',
  nobody: 'Akun yang sudah dihapus',
  take: 'Pakai lagi',
  takeNamed: 'Pakai lagi tampilan dari {time}',
}
