import type { Bar, InputProblem, Selection, ShortReason } from '~/matching/select/selection'
import type { TimetableConstraint } from '~/matching/timetable/timetable'
import type { PluralForms } from '../fill'

const more: PluralForms = { other: 'Di waktu lain ada {count} jeda kosong lebih banyak' }
const free: PluralForms = { other: '{count} waktu masih mungkin: pencarian dihentikan lebih awal' }
const slots: PluralForms = { other: '{count} waktu {constraint}' }
const infeasible: PluralForms = {
  other: '{count} pertemuan ini tidak bisa berlangsung semuanya: {meetings}.',
}
const left: PluralForms = { other: 'Waktu yang tersisa bagi semuanya: {count}.' }

/** Why a slot is forbidden: continues 'this time isn't possible because …'. */
const blocked: Record<Exclude<TimetableConstraint, 'precedence'> | 'before' | 'after', string> = {
  session: 'harus di sesi {session}',
  fixed: 'sudah ditetapkan pada {slot}',
  away: '{seat} tidak hadir',
  'seat-busy': '{seat} bertemu dalam {meeting}',
  'table-full': 'semua meja terpakai ({tables})',
  before: 'harus sebelum {meeting}, yaitu sebelum {slot}',
  after: 'harus sesudah {meeting}, yaitu sesudah {slot}',
  rest: '{seat} perlu jeda {rest} dari {meeting}',
  'break-spread': 'jeda kosong tidak adil: {seat} mendapat {breaks}, yang lain {least}',
}

/** The same for many slots at once. */
const summary: Record<TimetableConstraint, string> = {
  session: 'di luar sesinya',
  fixed: 'bukan waktu yang ditetapkan',
  away: 'ada yang tidak hadir',
  'seat-busy': 'ada yang sedang bertemu pihak lain',
  'table-full': 'meja penuh',
  precedence: 'urutannya terlanggar',
  rest: 'jedanya kurang',
  'break-spread': 'jeda kosong jadi tidak adil',
}

/** The constraints by name, as things that an organiser has asked for. */
const kinds: Record<TimetableConstraint, string> = {
  session: 'sesi yang diminta',
  fixed: 'waktu yang ditetapkan',
  away: 'ketidakhadiran',
  'seat-busy': 'satu pertemuan per orang pada satu waktu',
  'table-full': 'jumlah meja',
  precedence: 'urutan pertemuan',
  rest: 'jeda antar pertemuan',
  'break-spread': 'pembagian jeda kosong yang adil',
}

/** What keeps a pair apart whatever speaks for it. */
const bars: Record<Bar, string> = {
  oneself: 'Keduanya lembaga yang sama',
  never: 'Salah satu pihak tidak ingin bertemu',
  'group-rule': 'Aturan kelompok “{rule}” melarangnya',
  unavailable: 'Salah satu tidak punya waktu bebas sama sekali',
  'no-common-slot': 'Tidak ada waktu bebas yang sama',
}

/** Why somebody has fewer meetings than it should, or none: ends 'it has one of three: …'. */
const shorts: Record<ShortReason, string> = {
  'no-candidate': 'tidak ada kebutuhan lain yang cocok dan tidak ada yang memintanya',
  'own-time': 'waktu bebasnya sendiri tidak cukup',
  'all-barred': 'semua yang cocok terhalang ({bars})',
  'partners-full': 'semua yang cocok sudah penuh dengan pertemuan yang lebih didahulukan',
  'places-full': 'semua meja sudah terpakai',
  'slots-clash': 'yang tersisa tidak punya waktu bebas di samping pertemuan yang terpilih',
  'not-finished': 'pencarian dihentikan lebih awal',
}

/** The same bars as in `bars`, to be counted or named within a sentence. */
const barred: Record<Bar, string> = {
  oneself: 'lembaga yang sama',
  never: 'tidak ingin bertemu',
  'group-rule': 'aturan kelompok',
  unavailable: 'tidak punya waktu bebas sama sekali',
  'no-common-slot': 'tidak ada waktu bebas yang sama',
}

/** Why a meeting that was asked for as a must isn't held, where it isn't one of the bars. */
const missedBecause: Record<Exclude<Selection['missedMusts'][number]['because'], Bar>, string> = {
  full: 'kuota atau mejanya sudah penuh',
  'slots-clash': 'tidak ada waktu bebas di samping pertemuan yang terpilih',
}

/** What can't be meant in what the organiser gave, and what was made of it. */
const input: Record<InputProblem['code'], string> = {
  'duplicate-party': '{name} tercatat dua kali; yang pertama dipakai',
  'unknown-party': '{name} disebut dalam permintaan, tetapi tidak ada di acara ini',
  'must-and-never':
    '{buyer} dan {seller} diminta bertemu dan sekaligus tidak bertemu; mereka tidak dipertemukan',
  'minimum-above-maximum': 'Kuota terendah {name} di atas yang tertinggi; yang tertinggi dipakai',
  'bad-candidate': 'Baris {number} dari daftar calon tidak masuk akal; baris itu dilewati',
}

/** What the engine says of a timetable: see app/timetable-sentences.ts. */
export const timetable = {
  blocked,
  summary,
  reasons: {
    fixed: 'Waktunya sudah ditetapkan',
    wished: 'Waktu yang diminta',
    'only-slot': 'Satu-satunya waktu yang mungkin',
    before: 'Tepat sebelum {meeting}, agar {seat} tidak menunggu',
    after: 'Tepat sesudah {meeting}, agar {seat} tidak menunggu',
    'first-free': 'Waktu pertama yang mungkin',
    session: 'Di sesi {session}',
  },
  more,
  unscheduled: '{meeting} belum mendapat waktu: {blocked}.',
  free,
  slots,
  infeasible,
  because: 'Yang tidak bisa dipenuhi bersama: {constraints}.',
  shared: 'Semuanya menyangkut {seats}.',
  left,
  kinds,
  /** Why a pair was chosen for an event, or not; values are points. */
  pair: {
    chosen: 'Terpilih dengan nilai {value}',
    bars: bars,
    'no-candidate': 'Tidak ada kebutuhan yang cocok dan tidak ada yang memintanya',
    full: {
      buyer: 'Kuota pembeli sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
      seller: 'Kuota pesantren sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
      both: 'Kuota keduanya sudah penuh dengan pertemuan senilai {least} ke atas, yang ini {value}',
    },
    'places-full': 'Semua meja terpakai oleh pertemuan senilai {least} ke atas, yang ini {value}',
    'slots-clash': 'Tidak ada waktu bebas tersisa di samping pertemuan yang terpilih',
    'not-finished': 'Pencarian dihentikan sebelum selesai',
  },
  /** Who has fewer meetings than it should. */
  short: '{party} mendapat {meetings} dari {wanted} pertemuan: {because}',
  shorts,
  barred,
  missed: '{buyer} dan {seller} seharusnya bertemu: {because}',
  missedBecause,
  input,
  numbered: {
    meeting: 'pertemuan {number}',
    seat: 'peserta {number}',
    session: 'sesi {number}',
    slot: 'waktu {number}',
  },
  /** Where it took a search through everything to prove it. */
  noTimetable: 'Semua susunan sudah diperiksa: tidak ada yang memuat semua pertemuan.',
  largest: 'Susunan terbesar yang ditemukan memuat {held} dari {count} pertemuan.',
}
