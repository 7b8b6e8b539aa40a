import { formatNumber } from '../format'

const n = (count: number) => formatNumber(count, 'id')

export const about = {
  title: 'Satu pesantren, satu produk',
  metaTitle: 'Tentang OPOP, One Pesantren One Product',
  metaDescription:
    'Program OPOP Jawa Barat: siapa pelaksananya, bagaimana setahun berjalan, berapa pesantren ikut, dan apa yang tercatat di temu bisnis dan pameran.',
  lead: 'Pesantren adalah sekolah Islam berasrama. Lewat OPOP, tiap pesantren membangun satu usaha yang bisa menghidupi dirinya. Pameran ini membuka usaha itu untuk pembeli, sepanjang tahun.',
  facts: 'Program ini secara ringkas',
  fact: {
    started: 'Dimulai',
    startedValue: 'Desember 2018',
    basis: 'Dasar hukum',
    basisValue: 'Peraturan Gubernur Jawa Barat 24/2019',
    runBy: 'Pelaksana',
    runByValue: 'Dinas Koperasi dan Usaha Kecil Provinsi Jawa Barat, melalui UPTD P3W',
    where: 'Wilayah',
    whereValue: '27 kabupaten dan kota, 627 kecamatan; sekitar 9.000 pesantren',
    participants: 'Peserta sampai 2023',
    participantsValue: (total: number, target: number) => `${n(total)} pesantren (target ${n(target)})`,
    words: 'Kata yang sering muncul',
    wordsValue: 'Kopontren adalah koperasi pesantren; santri adalah muridnya.',
  },
  year: 'Bagaimana setahun berjalan',
  steps: {
    publicity: 'Sosialisasi ke pesantren',
    registration: 'Pendaftaran daring',
    administration: 'Seleksi administrasi',
    stage1: 'Audisi tahap 1: pemenang kecamatan',
    meeting: 'Temu bisnis, pelatihan dan magang 8 hari, pendampingan, bantuan modal',
    stage2: 'Audisi tahap 2: terbaik tiap kabupaten dan kota',
    stage3: 'Audisi tahap 3: terbaik provinsi',
    exhibitions: 'Pameran di dalam dan luar negeri',
  },
  stepsNote: 'Tiap pesantren diwakili dua orang.',
  tracks: 'Dua jalur',
  trackStartUp: 'Start-up, usaha baru: bantuan Rp 25 juta.',
  trackScaleUp: 'Scale-up, usaha yang sudah berjalan: bantuan Rp 30–35 juta.',
  prizes: 'Hadiah juara: Rp 75–200 juta di kabupaten/kota, Rp 200–400 juta di provinsi.',
  funnels: 'Dari pendaftar sampai juara',
  funnel: {
    edition: 'Edisi',
    registered: 'Mendaftar',
    passedAdministration: 'Lolos administrasi',
    attendedStage1: 'Ikut tahap 1',
    passedStage1: 'Lolos tahap 1',
    stage2: 'Tahap 2',
    province: 'Provinsi',
  },
  exhibitions: 'Temu bisnis dan pameran menurut tahun',
  overseas: 'Di luar negeri',
  offtakers: 'Calon pembeli yang disebut pada 2019',
  offtakersNote:
    'Nama-nama ini bagian dari sejarah program. Kebutuhan mereka tidak diumumkan, dan tidak satu pun kebutuhan atau pesanan di pameran ini atas nama mereka.',
  data: 'Data di pameran ini',
  dataReal:
    'Pesantren yang pernah diberitakan tampil dengan hal yang diberitakan saja, lengkap dengan sumbernya. Selebihnya tertulis “tidak disebutkan”.',
  dataSample:
    'Stan lain adalah contoh: nama, produk dan angkanya dibuat untuk memperagakan pameran. Semuanya bertanda “Data contoh” dan tidak punya nomor telepon.',
  sources: 'Sumber',
}
